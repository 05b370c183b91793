/// Features of a reader and a candidate: one definition of each, for serving and training alike.
@NullMarked
package dev.roost.model.feature;

import org.jspecify.annotations.NullMarked;
