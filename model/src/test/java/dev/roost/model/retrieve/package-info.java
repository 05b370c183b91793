/// Tests of the package of the same name.
@NullMarked
package dev.roost.model.retrieve;

import org.jspecify.annotations.NullMarked;
