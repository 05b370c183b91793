package dev.roost.simulator.world;

/// How many people a world has room for. They are numbered in this order.
///
/// @param settled who are there from the start
/// @param expected who may join by a drift
/// @param bots accounts that are no people, and join by a drift
/// @param joining who join one by one
public record Census(int settled, int expected, int bots, int joining) {

  public Census {
    if (settled < 1 || expected < 0 || bots < 0 || joining < 0) {
      throw new IllegalArgumentException(
          "no census: %d, %d, %d, %d".formatted(settled, expected, bots, joining));
    }
  }

  /// Returns how many there are in all.
  public int all() {
    return settled + expected + bots + joining;
  }

  /// Returns the first who may join by a drift.
  public int firstExpected() {
    return settled;
  }

  /// Returns the first bot.
  public int firstBot() {
    return settled + expected;
  }

  /// Returns whether an account belongs to nobody.
  public boolean isBot(int user) {
    return user >= firstBot() && user < firstBot() + bots;
  }

  int firstJoining() {
    return firstBot() + bots;
  }
}
