/// Tests of the package of the same name.
@NullMarked
package dev.roost.model.domain;

import org.jspecify.annotations.NullMarked;
