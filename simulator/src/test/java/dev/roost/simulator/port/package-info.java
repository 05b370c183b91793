/// Tests of what goes through the door to a recommender.
@NullMarked
package dev.roost.simulator.port;

import org.jspecify.annotations.NullMarked;
