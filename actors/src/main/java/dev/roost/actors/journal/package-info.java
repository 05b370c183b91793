/// The slow path of public facts: tails of the journal that feed the views of a node.
@NullMarked
package dev.roost.actors.journal;

import org.jspecify.annotations.NullMarked;
