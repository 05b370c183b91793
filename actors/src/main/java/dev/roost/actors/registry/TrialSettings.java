package dev.roost.actors.registry;

import static java.util.Objects.requireNonNull;

import dev.roost.model.rank.RankSettings;
import dev.roost.model.registry.RegistrySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/// How models are tried on a node.
///
/// @param rules of promotion and rollback
/// @param rank how the models rank
/// @param start when the node started
/// @param isFrozen whether nothing is decided at an instant
/// @param timeout of each step, on the wall clock
public record TrialSettings(
    RegistrySettings rules,
    RankSettings rank,
    Instant start,
    Predicate<Instant> isFrozen,
    Duration timeout) {

  public TrialSettings {
    requireNonNull(rules);
    requireNonNull(rank);
    requireNonNull(start);
    requireNonNull(isFrozen);
    requireNonNull(timeout);
  }
}
