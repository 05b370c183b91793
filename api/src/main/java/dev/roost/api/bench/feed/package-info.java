/// The bench of building feeds: the work of push and pull, how long reads take, how cost grows.
@NullMarked
package dev.roost.api.bench.feed;

import org.jspecify.annotations.NullMarked;
