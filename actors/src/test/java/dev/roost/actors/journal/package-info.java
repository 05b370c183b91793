/// Tests.
@NullMarked
package dev.roost.actors.journal;

import org.jspecify.annotations.NullMarked;
