package dev.roost.simulator.scenario;

import java.time.Duration;
import java.util.List;

/// Something that a kind of drift lets a scenario choose.
public sealed interface Option {

  /// Returns the key in a scenario file.
  String name();

  /// Returns what it means, in a few words.
  String meaning();

  /// Returns the value of a scenario that names none.
  Object usual();

  /// Returns which values are allowed, in words.
  String range();

  /// A number.
  ///
  /// @param low least allowed, inclusive
  /// @param high most allowed, inclusive
  record Quantity(String name, double low, double high, Double usual, String meaning)
      implements Option {

    @Override
    public String range() {
      return "from %s to %s".formatted(plain(low), plain(high));
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
  }

  /// One of several words.
  record Choice(String name, List<String> words, String usual, String meaning) implements Option {

    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public String range() {
      return "one of " + String.join(", ", words);
    }
  }

  /// A span of time.
  ///
  /// @param low least allowed, inclusive
  /// @param high most allowed, inclusive
  record Span(String name, Duration low, Duration high, Duration usual, String meaning)
      implements Option {

    @Override
    public String range() {
      return "from %s to %s".formatted(hours(low), hours(high));
    }

    private static String hours(Duration span) {
      return span.toHours() + "h";
    }
  }
}
