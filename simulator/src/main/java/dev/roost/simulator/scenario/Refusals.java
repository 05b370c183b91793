package dev.roost.simulator.scenario;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigOrigin;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Says where a scenario cannot be used, and why.
final class Refusals {

  private Refusals() {}

  static ScenarioException at(ConfigOrigin origin, @Nullable String message) {
    return new ScenarioException(origin.description() + ": " + message);
  }

  /// Refuses a key that is not known.
  static void unlessKnown(Config config, Set<String> known) {
    config
        .root()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw at(
                    value.origin(),
                    "unknown key '%s'; known are %s".formatted(key, new TreeSet<>(known)));
              }
            });
  }
}
