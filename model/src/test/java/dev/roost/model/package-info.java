/// Tests of the model and what they share.
@NullMarked
package dev.roost.model;

import org.jspecify.annotations.NullMarked;
