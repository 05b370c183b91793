/// Rankers to compare with: one that knows the truth, three that know hardly anything.
@NullMarked
package dev.roost.simulator.baseline;

import org.jspecify.annotations.NullMarked;
