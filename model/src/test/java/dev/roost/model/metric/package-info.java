/// Tests of the metrics.
@NullMarked
package dev.roost.model.metric;

import org.jspecify.annotations.NullMarked;
