package dev.roost.actors.fanout;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;

/// Bounds of what may wait for the fan-out tree of a serving node, read from `roost.fanout`;
/// `reference.conf` says what each key means.
public record BacklogSettings(int backlogPosts, int backlogReads) {

  public BacklogSettings {
    check(backlogPosts >= 1, "backlog-posts must be at least 1: " + backlogPosts);
    check(backlogReads >= 1, "backlog-reads must be at least 1: " + backlogReads);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.fanout` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static BacklogSettings from(Config config) {
    try {
      return new BacklogSettings(config.getInt("backlog-posts"), config.getInt("backlog-reads"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.fanout", e.getMessage(), e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
