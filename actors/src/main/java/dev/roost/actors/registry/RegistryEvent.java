package dev.roost.actors.registry;

import dev.roost.actors.entity.StoredEvent;
import dev.roost.model.registry.Evidence;
import dev.roost.model.registry.Offer;
import java.time.Instant;

/// What is stored of models.
public sealed interface RegistryEvent extends StoredEvent {

  /// Returns the version concerned.
  String version();

  /// Returns why, in a few words; empty if there is nothing to say.
  String reason();

  /// Returns when it happened.
  Instant at();

  /// A version became known; its file was written before.
  record Offered(Offer offer, Instant at) implements RegistryEvent {
    @Override
    public String version() {
      return offer.version();
    }

    @Override
    public String reason() {
      return offer.cause();
    }
  }

  /// A version must not be used, now or any more.
  record Refused(String version, String reason, Evidence evidence, Instant at)
      implements RegistryEvent {}

  /// A version foretells from now on what the champion serves.
  record ShadowStarted(String version, Instant at) implements RegistryEvent {
    @Override
    public String reason() {
      return "";
    }
  }

  /// A version ranks from now on for a share of the readers.
  record CanaryStarted(String version, double share, String reason, Evidence evidence, Instant at)
      implements RegistryEvent {}

  /// A version is champion from now on.
  record Promoted(String version, String reason, Evidence evidence, Instant at)
      implements RegistryEvent {}

  /// A version that ranked does so no more; `to` ranks for its readers, nothing if empty.
  record RolledBack(String version, String to, String reason, Evidence evidence, Instant at)
      implements RegistryEvent {}
}
