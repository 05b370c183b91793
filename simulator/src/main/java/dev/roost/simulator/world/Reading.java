package dev.roost.simulator.world;

import dev.roost.model.domain.EngagementKind;

/// What one reader did with one feed. Owns its arrays; nobody writes them any more.
public final class Reading {

  private static final EngagementKind[] KINDS = EngagementKind.values();

  private final int user;
  private final int second;
  private final int[] items;
  private final int onScreen;
  private final byte[] kinds;
  private final short[] dwellSeconds;

  Reading(int user, int second, int[] items, int onScreen, byte[] kinds, short[] dwellSeconds) {
    this.user = user;
    this.second = second;
    this.items = items;
    this.onScreen = onScreen;
    this.kinds = kinds;
    this.dwellSeconds = dwellSeconds;
  }

  /// Returns who read.
  public int user() {
    return user;
  }

  /// Returns when, in seconds from the start.
  public int second() {
    return second;
  }

  /// Returns how many items the feed had.
  public int length() {
    return items.length;
  }

  /// Returns the item at a position; -1 for one that nobody posted.
  public int item(int position) {
    return items[position];
  }

  /// Returns how many items, from the first on, were on the screen.
  public int onScreen() {
    return onScreen;
  }

  /// Returns whether the reader did this with the item at a position.
  public boolean did(EngagementKind kind, int position) {
    return (kinds[position] >> kind.ordinal() & 1) == 1;
  }

  /// Returns whether the reader showed interest in the item at a position.
  public boolean isPositive(int position) {
    return did(EngagementKind.CLICK, position); // the others follow a click only
  }

  /// Returns what was done with the item at a position, as bits by ordinal of the kinds.
  public int kinds(int position) {
    return kinds[position] & 0xff;
  }

  /// Returns how long the item at a position was viewed.
  public int dwellSeconds(int position) {
    return dwellSeconds[position];
  }

  /// Returns what was done with the item at a position, apart from seeing it, by worth.
  public double value(int position, EngagementWeights weights) {
    double value = 0;
    for (var kind : KINDS) {
      if (did(kind, position)) {
        value += weights.of(kind);
      }
    }
    return value;
  }
}
