/// Tests of what readers do, seen together.
@NullMarked
package dev.roost.model.crowd;

import org.jspecify.annotations.NullMarked;
