package dev.roost.simulator.world;

import java.util.Locale;

/// A language that people write.
public enum Language {
  PT,
  EN,
  ES,
  HI,
  DE,
  JA;

  /// Returns the ISO 639-1 code.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
