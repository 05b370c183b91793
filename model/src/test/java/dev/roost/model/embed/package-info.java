/// Tests of the package of the same name.
@NullMarked
package dev.roost.model.embed;

import org.jspecify.annotations.NullMarked;
