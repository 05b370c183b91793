package dev.roost.actors;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/// The configuration of a node: the application's over Roost's choices for Akka over all defaults.
public final class NodeConfig {

  private NodeConfig() {}

  /// Returns the configuration with what `application.conf` and system properties say.
  public static Config load() {
    return over(ConfigFactory.defaultApplication());
  }

  /// Returns the configuration with `application` in place of `application.conf`; system properties
  /// still come first.
  public static Config over(Config application) {
    var akka = ConfigFactory.parseResources(NodeConfig.class.getClassLoader(), "roost-akka.conf");
    return ConfigFactory.load(application.withFallback(akka));
  }
}
