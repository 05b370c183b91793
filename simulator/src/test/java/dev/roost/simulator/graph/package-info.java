/// Claims about graphs, held against sets of pairs.
@NullMarked
package dev.roost.simulator.graph;

import org.jspecify.annotations.NullMarked;
