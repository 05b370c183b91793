package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchRow;
import java.util.List;
import java.util.function.Supplier;

/// One of the things that [FeedBench] measures, each for itself.
///
/// @param what in a few words
/// @param heapNeeded bytes, about
/// @param rows measures; takes seconds to minutes
record Measurement(String what, long heapNeeded, Supplier<List<BenchRow>> rows) {

  /// Returns why it cannot be done.
  ///
  /// @param heap bytes that this JVM may use
  BenchException.TooLarge tooLarge(long heap) {
    return new BenchException.TooLarge(what, heapNeeded, heap);
  }
}
