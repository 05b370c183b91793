/// Tests of the package of the same name.
@NullMarked
package dev.roost.model.reader;

import org.jspecify.annotations.NullMarked;
