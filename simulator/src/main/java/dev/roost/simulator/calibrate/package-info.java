/// How near the synthetic world comes to real data, statistic by statistic.
@NullMarked
package dev.roost.simulator.calibrate;

import org.jspecify.annotations.NullMarked;
