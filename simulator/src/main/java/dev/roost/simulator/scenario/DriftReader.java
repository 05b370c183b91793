package dev.roost.simulator.scenario;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads one drift of a scenario.
///
/// ```
/// { kind = activity-level, slice = "country=BR", onset = 11d, until = 14d, magnitude = 1
///   ramp { shape = gradual, over = 2d }, factor = 0.5 }
/// ```
final class DriftReader {

  private static final Set<String> COMMON =
      Set.of("kind", "slice", "onset", "ramp", "until", "magnitude");

  private DriftReader() {}

  static Drift read(Config config) {
    var kind =
        DriftKind.named(config.getString("kind"))
            .orElseThrow(
                () ->
                    Refusals.at(
                        config.getValue("kind").origin(),
                        "no drift of kind '%s'; choose one of %s"
                            .formatted(config.getString("kind"), kinds())));
    var known = new TreeSet<>(COMMON);
    kind.options().forEach(option -> known.add(option.name()));
    Refusals.unlessKnown(config, known);
    try {
      return new Drift(
          kind,
          config.hasPath("slice") ? Slice.parse(config.getString("slice")) : Slice.ALL,
          config.getDuration("onset"),
          config.hasPath("ramp") ? ramp(config) : new Ramp.Sudden(),
          config.hasPath("until") ? config.getDuration("until") : null,
          config.hasPath("magnitude") ? config.getDouble("magnitude") : 1,
          options(kind, config),
          config.origin().description());
    } catch (IllegalArgumentException e) {
      throw Refusals.at(config.origin(), e.getMessage());
    }
  }

  private static String kinds() {
    return Arrays.stream(DriftKind.values())
        .map(DriftKind::label)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Ramp ramp(Config config) {
    var ramp = config.getConfig("ramp");
    var shape = ramp.getString("shape");
    var keys =
        switch (shape) {
          case "sudden" -> List.<String>of();
          case "gradual", "incremental" -> List.of("over");
          case "recurring" -> List.of("period", "on");
          default ->
              throw new IllegalArgumentException(
                  "no ramp '" + shape + "'; choose sudden, gradual, incremental or recurring");
        };
    var known = new TreeSet<>(keys);
    known.add("shape");
    Refusals.unlessKnown(ramp, known);
    return switch (shape) {
      case "gradual" -> new Ramp.Gradual(ramp.getDuration("over"));
      case "incremental" -> new Ramp.Incremental(ramp.getDuration("over"));
      case "recurring" -> new Ramp.Recurring(ramp.getDuration("period"), ramp.getDouble("on"));
      default -> new Ramp.Sudden();
    };
  }

  private static Options options(DriftKind kind, Config config) {
    var values = new TreeMap<String, Object>();
    for (var option : kind.options()) {
      values.put(
          option.name(), config.hasPath(option.name()) ? chosen(option, config) : option.usual());
    }
    return new Options(values);
  }

  private static Object chosen(Option option, Config config) {
    return switch (option) {
      case Option.Quantity number -> {
        double value = config.getDouble(number.name());
        check(value >= number.low() && value <= number.high(), number, value);
        yield value;
      }
      case Option.Choice choice -> {
        var word = config.getString(choice.name());
        check(choice.words().contains(word), choice, word);
        yield word;
      }
      case Option.Span span -> {
        Duration value = config.getDuration(span.name());
        check(value.compareTo(span.low()) >= 0 && value.compareTo(span.high()) <= 0, span, value);
        yield value;
      }
    };
  }

  private static void check(boolean holds, Option option, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s must be %s: %s".formatted(option.name(), option.range(), value));
    }
  }
}
