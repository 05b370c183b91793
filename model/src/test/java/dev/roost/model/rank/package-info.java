/// Tests of the package of the same name.
@NullMarked
package dev.roost.model.rank;

import org.jspecify.annotations.NullMarked;
