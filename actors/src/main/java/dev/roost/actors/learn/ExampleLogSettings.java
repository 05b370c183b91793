package dev.roost.actors.learn;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;

/// Settings of the log of examples, read from `roost.examples`; `reference.conf` says what each key
/// means.
public record ExampleLogSettings(String dir, int perFile, int files) {

  public ExampleLogSettings {
    check(perFile >= 1, "per-file must be at least 1: " + perFile);
    check(files >= 1, "files must be at least 1: " + files);
  }

  /// Returns whether examples are written at all.
  public boolean isOn() {
    return !dir.isEmpty();
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.examples` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  public static ExampleLogSettings from(Config config) {
    try {
      return new ExampleLogSettings(
          config.getString("dir"), config.getInt("per-file"), config.getInt("files"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.examples", e.getMessage(), e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
