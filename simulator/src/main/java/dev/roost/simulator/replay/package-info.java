/// Replays recorded logs through a recommender, which is asked before it is told.
@NullMarked
package dev.roost.simulator.replay;

import org.jspecify.annotations.NullMarked;
