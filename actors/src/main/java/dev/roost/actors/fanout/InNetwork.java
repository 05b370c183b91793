package dev.roost.actors.fanout;

/// Rows by authors whom a reader follows, as the reader's partition found them: newest first,
/// pushed and pulled apart, each row once.
///
/// A final class that owns its arrays; nobody writes them after construction.
public final class InNetwork {

  private final int[] pushed;
  private final int[] pulled;

  /// Returns candidates; the arrays are owned by it from here on.
  public InNetwork(int[] pushed, int[] pulled) {
    this.pushed = pushed;
    this.pulled = pulled;
  }

  /// Returns how many rows came by push.
  public int pushedCount() {
    return pushed.length;
  }

  /// Returns how many rows came by pull.
  public int pulledCount() {
    return pulled.length;
  }

  /// Returns the `i`-th pushed row.
  public int pushed(int i) {
    return pushed[i];
  }

  /// Returns the `i`-th pulled row.
  public int pulled(int i) {
    return pulled[i];
  }
}
