package dev.roost.actors.learn;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;

/// Settings of the join of features and outcomes, read from `roost.join`; `reference.conf` says
/// what each key means.
public record JoinSettings(Duration attribution, int pendingRequests, double unseenPerEngaged) {

  public JoinSettings {
    check(!attribution.isNegative(), "attribution must not be negative: " + attribution);
    check(pendingRequests >= 1, "pending-requests must be at least 1: " + pendingRequests);
    check(
        unseenPerEngaged > 0 && Double.isFinite(unseenPerEngaged),
        "unseen-per-engaged must be finite and above 0: " + unseenPerEngaged);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.join` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static JoinSettings from(Config config) {
    try {
      return new JoinSettings(
          config.getDuration("attribution"),
          config.getInt("pending-requests"),
          config.getDouble("unseen-per-engaged"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.join", e.getMessage(), e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
