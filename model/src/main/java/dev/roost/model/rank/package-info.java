/// From candidates to a feed: scores, diversity, exploration and safety.
@NullMarked
package dev.roost.model.rank;

import org.jspecify.annotations.NullMarked;
