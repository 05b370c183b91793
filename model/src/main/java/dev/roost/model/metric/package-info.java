/// How good predictions and orders are: plain functions with a stated definition and source.
///
/// Where nothing can be said (no outcome of one kind, no gain, no reader) the answer is empty,
/// never 0, 1 or NaN.
@NullMarked
package dev.roost.model.metric;

import org.jspecify.annotations.NullMarked;
