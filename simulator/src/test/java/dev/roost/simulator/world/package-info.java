/// Claims about the truth.
@NullMarked
package dev.roost.simulator.world;

import org.jspecify.annotations.NullMarked;
