/// Tests of replays.
@NullMarked
package dev.roost.simulator.replay;

import org.jspecify.annotations.NullMarked;
