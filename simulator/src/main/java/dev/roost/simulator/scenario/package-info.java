/// What is done to a world and when, read from HOCON.
@NullMarked
package dev.roost.simulator.scenario;

import org.jspecify.annotations.NullMarked;
