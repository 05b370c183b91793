package dev.roost.actors.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.roost.model.registry.Pace;
import dev.roost.model.registry.RegistrySettings;

/// Reads the rules of the registry, which knows no configuration, from `roost.registry`.
final class RegistryConfig {

  private RegistryConfig() {}

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.registry` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  static RegistrySettings from(Config config) {
    try {
      return new RegistrySettings(
          pace(config.getConfig("scheduled")),
          pace(config.getConfig("urgent")),
          config.getInt("shadow-impressions"),
          config.getDouble("shadow-tolerance"),
          config.getInt("canary-impressions"),
          config.getDouble("canary-tolerance"),
          config.getDuration("watch"),
          config.getDouble("watch-tolerance"),
          config.getDuration("patience"),
          config.getDuration("look-every"),
          config.getInt("files"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.registry", e.getMessage(), e);
    }
  }

  private static Pace pace(Config config) {
    return new Pace(
        config.getDuration("shadow"),
        config.getDuration("canary"),
        config.getDouble("canary-share"));
  }
}
