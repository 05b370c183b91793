package dev.roost.actors.fanout;

/// How the fan-out tree is driven, and what happens to what gets lost.
public enum FanoutMode {
  /// The wall clock closes batches; what the fast path loses comes by the journal's tail.
  SERVING,
  /// Each phase ends with a [FanoutRoot.Flush]; nobody follows the journal, if there is one, so
  /// anything lost fails the run.
  RUN;

  /// Returns whether batches leave by count and time, and a tail repairs what they lose; otherwise
  /// a phase's posts wait for its flush.
  boolean isServing() {
    return this == SERVING;
  }
}
