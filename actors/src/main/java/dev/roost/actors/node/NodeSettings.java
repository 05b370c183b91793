package dev.roost.actors.node;

import static java.util.Objects.requireNonNull;

import com.typesafe.config.Config;
import dev.roost.actors.entity.Host;
import dev.roost.model.feature.FeatureOverlay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a node is started.
///
/// @param config the resolved configuration of the actor system, `roost` included
/// @param host where entities live
/// @param isServing whether the clock drives the node; otherwise barriers alone do
/// @param clock of a serving node
/// @param seed seed of exploration, sampling and training
/// @param horizon age at which items leave
/// @param frozenFrom instant from which no model is trained or installed any more
/// @param overlay what an experiment writes over the rows of features; null for nothing
public record NodeSettings(
    Config config,
    Host host,
    boolean isServing,
    InstantSource clock,
    long seed,
    Duration horizon,
    Optional<Instant> frozenFrom,
    @Nullable FeatureOverlay overlay) {

  public NodeSettings {
    requireNonNull(config);
    requireNonNull(host);
    requireNonNull(clock);
    requireNonNull(frozenFrom);
    if (!horizon.isPositive()) {
      throw new IllegalArgumentException("horizon must be positive: " + horizon);
    }
    if (isServing && host == Host.VOLATILE) {
      throw new IllegalArgumentException("a volatile node cannot serve: its facts would be lost");
    }
    if (isServing && overlay != null) {
      throw new IllegalArgumentException("a serving node takes features as they are");
    }
  }

  /// Returns settings of a node that takes features as they are.
  public NodeSettings(
      Config config,
      Host host,
      boolean isServing,
      InstantSource clock,
      long seed,
      Duration horizon,
      Optional<Instant> frozenFrom) {
    this(config, host, isServing, clock, seed, horizon, frozenFrom, null);
  }
}
