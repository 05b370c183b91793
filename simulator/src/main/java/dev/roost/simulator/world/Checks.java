package dev.roost.simulator.world;

/// Checks of parameters; the message is what a user reads.
final class Checks {

  private Checks() {}

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number: " + value);
    }
  }

  static void share(String name, double value) {
    range(name, value, 0, 1);
  }

  static void range(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s: %s".formatted(name, low, high, value));
    }
  }
}
