/// Tests of the package of the same name.
@NullMarked
package dev.roost.model.train;

import org.jspecify.annotations.NullMarked;
