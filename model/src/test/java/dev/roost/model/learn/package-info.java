/// Tests of examples and their files.
@NullMarked
package dev.roost.model.learn;

import org.jspecify.annotations.NullMarked;
