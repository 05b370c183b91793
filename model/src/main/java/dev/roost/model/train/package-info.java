/// From examples to a ranking model; the only package that knows Smile.
@NullMarked
package dev.roost.model.train;

import org.jspecify.annotations.NullMarked;
