/// Tests of the package of the same name.
@NullMarked
package dev.roost.model.chance;

import org.jspecify.annotations.NullMarked;
