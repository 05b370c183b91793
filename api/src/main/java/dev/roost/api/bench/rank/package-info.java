/// How fast ranking is, beside what others would use.
@NullMarked
package dev.roost.api.bench.rank;

import org.jspecify.annotations.NullMarked;
