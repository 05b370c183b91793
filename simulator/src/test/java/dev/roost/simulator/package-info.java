/// What the tests of this module share.
@NullMarked
package dev.roost.simulator;

import org.jspecify.annotations.NullMarked;
