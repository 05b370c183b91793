/// The table of retained items: one writer, many readers, columns of primitives.
@NullMarked
package dev.roost.model.item;

import org.jspecify.annotations.NullMarked;
