/// Tests.
@NullMarked
package dev.roost.actors.item;

import org.jspecify.annotations.NullMarked;
