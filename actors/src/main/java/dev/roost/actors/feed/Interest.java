package dev.roost.actors.feed;

/// Whether anyone still waits for an answer, so that work which has become useless is left out.
/// Safe for any thread.
final class Interest {

  private volatile boolean over;

  /// Notes that nobody waits any more.
  void end() {
    over = true;
  }

  /// Returns whether nobody waits any more.
  boolean isOver() {
    return over;
  }
}
