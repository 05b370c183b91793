/// Tests of the benches: that they measure the same work, not how fast it is.
@NullMarked
package dev.roost.api.bench;

import org.jspecify.annotations.NullMarked;
