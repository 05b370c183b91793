/// Chance as a function: every draw is a hash of what it is for, never a place in a stream.
@NullMarked
package dev.roost.model.chance;

import org.jspecify.annotations.NullMarked;
