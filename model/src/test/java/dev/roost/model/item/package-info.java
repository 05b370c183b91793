/// Tests of the table of retained items.
@NullMarked
package dev.roost.model.item;

import org.jspecify.annotations.NullMarked;
