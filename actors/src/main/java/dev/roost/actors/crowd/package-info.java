/// What a node's readers do, seen together: a view beside the item table.
@NullMarked
package dev.roost.actors.crowd;

import org.jspecify.annotations.NullMarked;
