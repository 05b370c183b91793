/// Directed graphs in arrays of primitives.
@NullMarked
package dev.roost.simulator.graph;

import org.jspecify.annotations.NullMarked;
