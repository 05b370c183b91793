/// Claims about whole runs.
@NullMarked
package dev.roost.simulator.run;

import org.jspecify.annotations.NullMarked;
