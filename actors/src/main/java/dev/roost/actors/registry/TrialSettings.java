package dev.roost.actors.registry;

import static java.util.Objects.requireNonNull;

import dev.roost.model.rank.RankSettings;
import dev.roost.model.registry.RegistrySettings;
import java.time.Duration;
import java.time.Instant;

/// How models are tried on a node.
///
/// @param rules of promotion and rollback
/// @param rank how the models rank
/// @param start when the node started
/// @param frozenFrom instant from which nothing is decided any more
/// @param timeout of each step, on the wall clock
public record TrialSettings(
    RegistrySettings rules,
    RankSettings rank,
    Instant start,
    Instant frozenFrom,
    Duration timeout) {

  public TrialSettings {
    requireNonNull(rules);
    requireNonNull(rank);
    requireNonNull(start);
    requireNonNull(frozenFrom);
    requireNonNull(timeout);
  }
}
