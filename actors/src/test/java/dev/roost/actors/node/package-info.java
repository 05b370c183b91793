/// Tests of the wiring of a node.
@NullMarked
package dev.roost.actors.node;

import org.jspecify.annotations.NullMarked;
