/// Claims about drift and its scoreboard.
@NullMarked
package dev.roost.simulator.drift;

import org.jspecify.annotations.NullMarked;
