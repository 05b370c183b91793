package dev.roost.simulator.scenario;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.roost.simulator.world.WorldShape;
import java.util.List;
import java.util.Set;

/// Reads a scenario from HOCON.
///
/// ```
/// title = "sudden taste flip"
/// description = "One country comes to like what it did not."
/// drifts = [ { kind = taste-flip, slice = "country=BR", onset = 11d, magnitude = 0.5 } ]
/// world { reading { attention-fall = 0.3 } }
/// ```
final class ScenarioFile {

  private static final Set<String> KEYS = Set.of("title", "description", "drifts", "world");

  private ScenarioFile() {}

  /// Returns the scenario that a text holds.
  ///
  /// @param place how to call the text in messages, such as its path
  /// @throws ScenarioException if it is no scenario
  static Scenario parse(String name, String place, String text) {
    try {
      var options = ConfigParseOptions.defaults().setOriginDescription(place);
      var config = ConfigFactory.parseString(text, options).resolve();
      Refusals.unlessKnown(config, KEYS);
      var drifts = config.getConfigList("drifts").stream().map(DriftReader::read).toList();
      refuseContradictions(drifts);
      return new Scenario(
          name,
          config.getString("title"),
          config.getString("description"),
          drifts,
          config.hasPath("world") ? WorldFile.with(config.getConfig("world")) : usual());
    } catch (ConfigException e) {
      throw new ScenarioException(
          e.getMessage() + " (see `./roost scenarios` for scenarios that work)", e);
    }
  }

  private static WorldShape usual() {
    return WorldFile.usual();
  }

  private static void refuseContradictions(List<Drift> drifts) {
    for (int i = 0; i < drifts.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (drifts.get(i).contradicts(drifts.get(j))) {
          throw new ScenarioException(
              "%s: contradicts the drift of %s: both turn '%s' for %s and %s at the same time; let the first end before the second begins (until), or give them slices that share nobody"
                  .formatted(
                      drifts.get(i).place(),
                      drifts.get(j).place(),
                      drifts.get(i).kind().turns(drifts.get(i).options()),
                      drifts.get(j).slice().label(),
                      drifts.get(i).slice().label()));
        }
      }
    }
  }
}
