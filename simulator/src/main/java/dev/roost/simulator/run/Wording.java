package dev.roost.simulator.run;

import static java.lang.String.format;

import dev.roost.simulator.report.Estimate;
import java.time.Duration;
import java.time.Instant;

/// Numbers and times as a verdict says them.
final class Wording {

  private Wording() {}

  /// Returns an instant as day and time of a run, such as `day 11 17:15`.
  static String day(Instant at) {
    var since = Duration.between(SimulationSettings.START, at);
    return "day %d %02d:%02d".formatted(since.toDays(), since.toHoursPart(), since.toMinutesPart());
  }

  /// Returns a span, such as `1 d 17 h 15 min`; parts of zero are left out.
  static String span(Duration span) {
    var words = new StringBuilder();
    append(words, span.toDays(), " d");
    append(words, span.toHoursPart(), " h");
    append(words, span.toMinutesPart(), " min");
    return words.isEmpty() ? "0 min" : words.toString();
  }

  private static void append(StringBuilder words, long amount, String unit) {
    if (amount != 0) {
      words.append(words.isEmpty() ? "" : " ").append(amount).append(unit);
    }
  }

  /// Returns a fraction as a signed percentage with its interval, such as `-5.8 % [-6.5, -5.1]`.
  static String change(Estimate fraction) {
    var value = format("%+.1f %%", 100 * fraction.value());
    return fraction.hasInterval()
        ? value + format(" [%+.1f, %+.1f]", 100 * fraction.low(), 100 * fraction.high())
        : value;
  }

  /// Returns a fraction as a percentage with its interval, such as `78 % [66, 90]`.
  static String share(Estimate fraction) {
    var value = format("%.0f %%", 100 * fraction.value());
    return fraction.hasInterval()
        ? value + format(" [%.0f, %.0f]", 100 * fraction.low(), 100 * fraction.high())
        : value;
  }
}
