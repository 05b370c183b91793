/// Laws of ensembles and scorers.
@NullMarked
package dev.roost.model.score;

import org.jspecify.annotations.NullMarked;
