package dev.roost.simulator.scenario;

import java.time.Duration;
import java.util.Locale;

/// Writes the scenario file of a kind of drift as it usually comes: sudden, on day 11, with every
/// option and what it means.
final class KindFile {

  private static final String ONSET = "11d";

  private KindFile() {}

  static String text(DriftKind kind) {
    var text = new StringBuilder();
    line(text, "title = \"" + kind.label().replace('-', ' ') + "\"");
    line(text, "description = \"" + sentence(kind) + "\"");
    line(text, "");
    line(text, "drifts = [");
    line(text, "  {");
    line(text, "    kind = " + kind.label());
    slice(text, kind);
    comment(text, "When it begins, after the start of the world; at least 0.");
    line(text, "    onset = " + ONSET);
    comment(
        text,
        "How it grows: sudden; gradual or incremental, with \"over\"; recurring, with \"period\" and \"on\".");
    line(text, "    ramp { shape = sudden }");
    comment(text, "How strong it is, above 0 and at most 1: " + kind.magnitude() + ".");
    line(text, "    magnitude = " + (kind == DriftKind.TASTE_FLIP ? "0.4" : "1"));
    for (var option : kind.options()) {
      comment(text, sentence(option.meaning()) + " " + sentence(option.range()));
      line(text, "    " + option.name() + " = " + value(option));
    }
    line(text, "  }");
    line(text, "]");
    return text.toString();
  }

  private static void slice(StringBuilder text, DriftKind kind) {
    var usual =
        switch (kind) {
          case AGE_MIX -> "age=from-18-to-24";
          case DEVICE_MIX, EVENT_REDEFINED -> "device=android";
          case COUNTRY_MIX, TASTE_FLIP -> "country=BR";
          default -> "all";
        };
    if (kind.aim() != Aim.EVERYBODY) {
      comment(
          text,
          "Whom it is about: all, country=BR, age=from-18-to-24, language=pt, device=android ...");
      line(text, "    slice = \"" + usual + "\"");
    }
  }

  private static String sentence(DriftKind kind) {
    return sentence(kind.does());
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  private static String value(Option option) {
    return switch (option) {
      case Option.Quantity quantity -> plain(quantity.usual());
      case Option.Choice choice -> choice.usual();
      case Option.Span span -> hours(span.usual());
    };
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String hours(Duration span) {
    return span.toHours() + "h";
  }

  private static void comment(StringBuilder text, String words) {
    line(text, "");
    line(text, "    # " + words);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
