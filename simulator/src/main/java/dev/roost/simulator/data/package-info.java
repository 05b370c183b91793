/// Readers of recorded logs: each file is validated as a whole before anything is made of it.
@NullMarked
package dev.roost.simulator.data;

import org.jspecify.annotations.NullMarked;
