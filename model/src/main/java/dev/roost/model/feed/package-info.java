/// What is asked of a feed and what it answers, the same for actors, simulator and HTTP.
@NullMarked
package dev.roost.model.feed;

import org.jspecify.annotations.NullMarked;
