package dev.roost.simulator.scenario;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import dev.roost.simulator.world.Examination;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a scenario from HOCON.
///
/// ```
/// title = "sudden taste flip"
/// description = "One country comes to like what it did not."
/// drifts = [ { kind = taste-flip, country = BR, onset = 11d, ramp = 0s, magnitude = 0.5 } ]
/// ```
final class ScenarioFile {

  private static final Set<String> KEYS = Set.of("title", "description", "drifts", "reading");
  private static final Set<String> READING_KEYS =
      Set.of("scrolls-on", "attention-fall", "stops-after-click");
  private static final Map<String, Set<String>> DRIFT_KEYS =
      Map.of("taste-flip", Set.of("kind", "country", "onset", "ramp", "magnitude"));

  private ScenarioFile() {}

  /// Returns the scenario that a text holds.
  ///
  /// @param place how to call the text in messages, such as its path
  /// @throws ScenarioException if it is no scenario
  static Scenario parse(String name, String place, String text) {
    try {
      var options = ConfigParseOptions.defaults().setOriginDescription(place);
      var config = ConfigFactory.parseString(text, options).resolve();
      refuseUnknown(config, KEYS);
      return new Scenario(
          name,
          config.getString("title"),
          config.getString("description"),
          config.getConfigList("drifts").stream().map(ScenarioFile::drift).toList(),
          config.hasPath("reading")
              ? examination(config.getConfig("reading"))
              : Examination.usual());
    } catch (ConfigException e) {
      throw new ScenarioException(
          e.getMessage() + " (see `./roost scenarios` for scenarios that work)", e);
    }
  }

  private static Examination examination(Config config) {
    refuseUnknown(config, READING_KEYS);
    try {
      return new Examination(
          config.getDouble("scrolls-on"),
          config.getDouble("attention-fall"),
          config.getDouble("stops-after-click"));
    } catch (IllegalArgumentException e) {
      throw refusal(config.origin(), e.getMessage());
    }
  }

  private static Drift drift(Config config) {
    var kind = config.getString("kind");
    var keys = DRIFT_KEYS.get(kind);
    if (keys == null) {
      throw refusal(
          config.getValue("kind").origin(),
          "no drift of kind '%s'; choose one of %s"
              .formatted(kind, new TreeSet<>(DRIFT_KEYS.keySet())));
    }
    refuseUnknown(config, keys);
    try {
      return new Drift.TasteFlip(
          config.getString("country"),
          config.getDuration("onset"),
          config.getDuration("ramp"),
          config.getDouble("magnitude"));
    } catch (IllegalArgumentException e) {
      throw refusal(config.origin(), e.getMessage());
    }
  }

  private static void refuseUnknown(Config config, Set<String> known) {
    config
        .root()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw refusal(
                    value.origin(),
                    "unknown key '%s'; known are %s".formatted(key, new TreeSet<>(known)));
              }
            });
  }

  private static ScenarioException refusal(ConfigOrigin origin, @Nullable String message) {
    return new ScenarioException(origin.description() + ": " + message);
  }
}
