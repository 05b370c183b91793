/// Tests of the readers of recorded logs.
@NullMarked
package dev.roost.simulator.data;

import org.jspecify.annotations.NullMarked;
