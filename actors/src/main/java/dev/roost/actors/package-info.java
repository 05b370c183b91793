/// The recommender as actors: entities, the fan-out tree, feed assembly, learning and monitoring.
@NullMarked
package dev.roost.actors;

import org.jspecify.annotations.NullMarked;
