/// Claims about statistics, held against brute force.
@NullMarked
package dev.roost.simulator.calibrate;

import org.jspecify.annotations.NullMarked;
