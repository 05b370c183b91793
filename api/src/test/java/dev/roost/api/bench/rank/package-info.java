/// Tests of the bench of ranking.
@NullMarked
package dev.roost.api.bench.rank;

import org.jspecify.annotations.NullMarked;
