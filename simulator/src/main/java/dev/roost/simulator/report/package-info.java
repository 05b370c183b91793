/// What a run found, as records: complete and self-explanatory, so that any rendering needs no
/// more.
@NullMarked
package dev.roost.simulator.report;

import org.jspecify.annotations.NullMarked;
