package dev.roost.actors.user;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;

/// Limits of one user, read from `roost.user`; `reference.conf` says what each key means.
public record UserSettings(int maxFollows, int maxBatch) {

  public UserSettings {
    check(maxFollows >= 1, "max-follows must be at least 1: " + maxFollows);
    check(maxBatch >= 1, "max-batch must be at least 1: " + maxBatch);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.user` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static UserSettings from(Config config) {
    try {
      return new UserSettings(config.getInt("max-follows"), config.getInt("max-batch"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.user", e.getMessage(), e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
