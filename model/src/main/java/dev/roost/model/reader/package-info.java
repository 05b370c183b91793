/// What is known of a reader when a feed is built for them.
@NullMarked
package dev.roost.model.reader;

import org.jspecify.annotations.NullMarked;
