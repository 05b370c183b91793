/// Runs worlds against recommenders, tick by tick, and reports what came of it.
@NullMarked
package dev.roost.simulator.run;

import org.jspecify.annotations.NullMarked;
