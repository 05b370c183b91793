/// The tree that carries posts to the inboxes of readers: root, branch, partition.
@NullMarked
package dev.roost.actors.fanout;

import org.jspecify.annotations.NullMarked;
