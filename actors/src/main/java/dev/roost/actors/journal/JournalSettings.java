package dev.roost.actors.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;

/// Settings of the journal and its tails, read from `roost.journal`; `reference.conf` says what
/// each key means.
public record JournalSettings(
    String dir, String queryPlugin, int tailBatch, Duration tailRestart, Duration tailTimeout) {

  public JournalSettings {
    check(!dir.isBlank(), "dir must name a folder");
    check(!queryPlugin.isBlank(), "query-plugin must name a plugin");
    check(tailBatch >= 1, "tail-batch must be at least 1: " + tailBatch);
    check(tailRestart.isPositive(), "tail-restart must be positive: " + tailRestart);
    check(tailTimeout.isPositive(), "tail-timeout must be positive: " + tailTimeout);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.journal` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static JournalSettings from(Config config) {
    try {
      return new JournalSettings(
          config.getString("dir"),
          config.getString("query-plugin"),
          config.getInt("tail-batch"),
          config.getDuration("tail-restart"),
          config.getDuration("tail-timeout"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.journal", e.getMessage(), e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
