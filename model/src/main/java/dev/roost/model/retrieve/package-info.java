/// Candidates for a feed, from the table of retained items alone.
@NullMarked
package dev.roost.model.retrieve;

import org.jspecify.annotations.NullMarked;
