package dev.roost.actors.learn;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Decides when a model is trained and why: by the calendar, or some time after an incident opened.
///
/// The calendar starts with the first tick; a frozen schedule never trains. An incident's training
/// comes once enough was seen of the changed world, and the calendar counts on from it.
final class Schedule {

  /// A training that is due.
  ///
  /// @param reason `scheduled` or `incident-N`
  /// @param stale what the incident made untrue, empty for a scheduled one
  record Due(String reason, Optional<Stale> stale) {}

  private final LearnSettings settings;
  private final Predicate<Instant> isFrozen;
  private Optional<Instant> next = Optional.empty();
  private Optional<Reaction> reaction = Optional.empty();

  /// What is planned, whether or not it will be frozen.
  record Planned(Optional<Instant> next, Optional<Reaction> reaction) {}

  record Reaction(int incident, Instant at, Stale stale) {}

  /// @param isFrozen whether nothing is trained at an instant
  Schedule(LearnSettings settings, Predicate<Instant> isFrozen) {
    this.settings = settings;
    this.isFrozen = isFrozen;
  }

  /// Returns what is planned.
  Planned planned() {
    return new Planned(next, reaction);
  }

  /// Goes on from what another schedule planned.
  void resume(Planned planned) {
    next = planned.next();
    reaction = planned.reaction();
  }

  /// Notes that an incident opened at `at`.
  void react(int incident, Instant at, Stale stale) {
    if (reaction.isEmpty()) {
      reaction = Optional.of(new Reaction(incident, at.plus(settings.afterIncident()), stale));
    }
  }

  /// Returns the training that is due at `at`, and plans the one after it.
  Optional<Due> due(Instant at) {
    if (next.isEmpty()) {
      next = Optional.of(at.plus(settings.every()));
    }
    if (isFrozen.test(at)) {
      return Optional.empty();
    }
    var urgent = reaction.filter(planned -> !planned.at().isAfter(at));
    if (urgent.isPresent()) {
      reaction = Optional.empty();
      next = Optional.of(at.plus(settings.every()));
      return urgent.map(
          planned -> new Due("incident-" + planned.incident(), Optional.of(planned.stale())));
    }
    if (next.filter(planned -> !planned.isAfter(at)).isPresent()) {
      next = Optional.of(at.plus(settings.every()));
      return Optional.of(new Due("scheduled", Optional.empty()));
    }
    return Optional.empty();
  }
}
