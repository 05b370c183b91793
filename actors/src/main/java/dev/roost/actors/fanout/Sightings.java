package dev.roost.actors.fanout;

/// What one partition made visible in one slice of delivery, noted together at its end.
///
/// Posts that were acknowledged within half a millisecond of each other count as acknowledged when
/// the first of them was: under load a note stands for hundreds of posts.
final class Sightings {

  private static final int MOST = 256;
  private static final int TOGETHER = 9; // bits of a microsecond count that are not told apart

  private final Freshness freshness;
  private final long[] acknowledgedMicros = new long[MOST];
  private final long[] pushes = new long[MOST];
  private final long[] pulls = new long[MOST];
  private int size;

  Sightings(Freshness freshness) {
    this.freshness = freshness;
  }

  /// Notes a post that is delivered.
  ///
  /// @param acknowledged in microseconds since the epoch, 0 if unknown
  /// @param byPush readers who have it in their inboxes
  /// @param byPull readers who would fetch it
  void note(long acknowledged, long byPush, long byPull) {
    if (acknowledged == 0) {
      return;
    }
    boolean isTogether =
        size > 0 && acknowledgedMicros[size - 1] >>> TOGETHER == acknowledged >>> TOGETHER;
    if (!isTogether) {
      if (size == MOST) {
        tell();
      }
      acknowledgedMicros[size] = acknowledged;
      pushes[size] = 0;
      pulls[size++] = 0;
    }
    acknowledgedMicros[size - 1] = Math.min(acknowledgedMicros[size - 1], acknowledged);
    pushes[size - 1] += byPush;
    pulls[size - 1] += byPull;
  }

  /// Tells what was noted: it is visible now.
  void tell() {
    long now = size == 0 ? 0 : freshness.nowMicros();
    for (int i = 0; i < size; i++) {
      freshness.note(EdgeKind.PUSH, acknowledgedMicros[i], now, pushes[i]);
      freshness.note(EdgeKind.PULL, acknowledgedMicros[i], now, pulls[i]);
    }
    size = 0;
  }
}
