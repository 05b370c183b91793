package dev.roost.actors.fanout;

/// How the fan-out tree is driven, and what happens to what gets lost.
public enum FanoutMode {
  /// The wall clock closes batches; what the fast path loses comes by the journal's tail.
  SERVING(true, true),
  /// Each phase ends with a [FanoutRoot.Flush]; facts are stored, as in serving.
  DURABLE_RUN(false, true),
  /// Each phase ends with a [FanoutRoot.Flush]; there is no journal, so anything lost fails the
  /// run.
  VOLATILE_RUN(false, false);

  private final boolean timed;
  private final boolean repaired;

  FanoutMode(boolean timed, boolean repaired) {
    this.timed = timed;
    this.repaired = repaired;
  }

  /// Returns whether batches leave by count and time; otherwise a phase's posts wait for its flush.
  boolean isTimed() {
    return timed;
  }

  /// Returns whether a journal's tail brings what the fast path lost.
  boolean isRepaired() {
    return repaired;
  }
}
