/// Tests of what a feed is asked and answers.
@NullMarked
package dev.roost.model.feed;

import org.jspecify.annotations.NullMarked;
