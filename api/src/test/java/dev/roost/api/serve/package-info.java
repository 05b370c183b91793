/// Tests of a serving process as a whole.
@NullMarked
package dev.roost.api.serve;

import org.jspecify.annotations.NullMarked;
