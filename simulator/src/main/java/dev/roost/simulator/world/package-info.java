/// The truth: who lives in the world, what they like, write and do. No ranker can see it.
@NullMarked
package dev.roost.simulator.world;

import org.jspecify.annotations.NullMarked;
