/// Ensembles of decision trees, and the scorers that they are compiled to.
@NullMarked
package dev.roost.model.score;

import org.jspecify.annotations.NullMarked;
