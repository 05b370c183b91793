/// Tests of the package of the same name.
@NullMarked
package dev.roost.model.feature;

import org.jspecify.annotations.NullMarked;
