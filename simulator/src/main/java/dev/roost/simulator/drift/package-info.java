/// Changes done to the world, what they truly cost, and how the alarms compare.
@NullMarked
package dev.roost.simulator.drift;

import org.jspecify.annotations.NullMarked;
