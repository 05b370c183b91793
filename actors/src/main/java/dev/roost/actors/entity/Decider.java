package dev.roost.actors.entity;

import java.time.Duration;
import java.util.Optional;

/// What one entity decides, free of actors' lives: two hosts run it unchanged.
///
/// All methods are pure. A state is immutable, and that of an entity's facts is a function of its
/// events alone; what a decision keeps without storing it is a view, lost when the entity stops.
///
/// @param <C> commands
/// @param <E> events
/// @param <S> states
/// @param <F> effects: what is to be told to others once the events are stored
public interface Decider<C, E extends StoredEvent, S, F> {

  /// Returns the state before any event.
  S empty();

  /// Returns what a command leads to; refusals are effects, not exceptions.
  Decision<E, S, F> decide(S state, C command);

  /// Returns the state after an event.
  S after(S state, E event);

  /// Returns what a journaled entity tells itself when it falls idle; must be well before idle
  /// entities are passivated.
  default Optional<WhenIdle<C>> whenIdle() {
    return Optional.empty();
  }

  /// A command that comes after a time without any other.
  record WhenIdle<C>(Duration after, C command) {}
}
