/// A node of Roost: what runs on it, and the ways in.
@NullMarked
package dev.roost.actors.node;

import org.jspecify.annotations.NullMarked;
