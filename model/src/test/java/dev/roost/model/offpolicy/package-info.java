/// Tests of off-policy estimates, in a world whose truth is known.
@NullMarked
package dev.roost.model.offpolicy;

import org.jspecify.annotations.NullMarked;
