package dev.roost.actors.learn;

import static java.util.Objects.requireNonNull;

import dev.roost.model.learn.Example;
import java.time.Instant;
import java.util.Locale;

/// Examples that an incident made untrue: those of its slice from before its onset.
///
/// @param slice as monitors name it, such as `country=BR`, `source=followed-push` or `all`
public record Stale(String slice, Instant before) {

  public Stale {
    requireNonNull(slice);
    requireNonNull(before);
  }

  /// Returns whether the example is one of them; of a slice of an unknown kind none is.
  public boolean covers(Example example) {
    var served = example.served();
    return served.at().isBefore(before) && isOfSlice(served);
  }

  private boolean isOfSlice(Example.Served served) {
    var parts = slice.split("=", 2);
    var value = parts.length == 2 ? parts[1] : "";
    return switch (parts[0]) {
      case "all" -> true;
      case "country" -> served.profile().country().equals(value);
      case "language" -> served.profile().language().equals(value);
      case "age" -> label(served.profile().ageBand()).equals(value);
      case "source" -> label(served.source()).equals(value);
      default -> false;
    };
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
