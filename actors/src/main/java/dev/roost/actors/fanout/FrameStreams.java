package dev.roost.actors.fanout;

import java.util.HashMap;
import java.util.Map;

/// The numbers of frames that came from each root, so that a loss is noticed.
final class FrameStreams {

  private final Map<Long, Long> next = new HashMap<>();

  /// Notes a frame; returns how many before it did not come. A frame that came before, or one
  /// numbered 1, is never out of place; nor is the first of a root that was there before this
  /// branch.
  long note(long sender, long sequence) {
    long expected = sequence == 1 ? 1 : next.getOrDefault(sender, sequence);
    long gap = Math.max(0, sequence - expected);
    next.put(sender, Math.max(expected, sequence + 1));
    return gap;
  }
}
