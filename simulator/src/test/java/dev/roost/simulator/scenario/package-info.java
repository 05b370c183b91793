/// Claims about scenarios.
@NullMarked
package dev.roost.simulator.scenario;

import org.jspecify.annotations.NullMarked;
