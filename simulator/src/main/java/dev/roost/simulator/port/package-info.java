/// The only door between the synthetic world and the recommender that it tests.
@NullMarked
package dev.roost.simulator.port;

import org.jspecify.annotations.NullMarked;
