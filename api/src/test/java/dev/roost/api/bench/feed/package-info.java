/// Tests of the bench of building feeds.
@NullMarked
package dev.roost.api.bench.feed;

import org.jspecify.annotations.NullMarked;
