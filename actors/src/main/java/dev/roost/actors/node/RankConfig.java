package dev.roost.actors.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.roost.model.rank.RankSettings;

/// Reads the settings of ranking, which knows no configuration, from `roost.rank`.
final class RankConfig {

  private RankConfig() {}

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.rank` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  static RankSettings from(Config config) {
    try {
      return new RankSettings(
          config.getInt("neighbours"),
          config.getInt("trending"),
          config.getInt("fresh"),
          config.getInt("scanned"),
          config.getInt("fresh-impressions"),
          config.getDouble("epsilon"),
          config.getInt("writer-cap"),
          config.getDouble("topic-fade"),
          config.getDouble("writer-fade"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.rank", e.getMessage(), e);
    }
  }
}
