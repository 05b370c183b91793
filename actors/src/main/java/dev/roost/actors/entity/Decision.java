package dev.roost.actors.entity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a command leads to: events to store, then effects in their order.
///
/// @param events stored all or none before any effect
/// @param view replaces the state first, without being stored; null to keep the state
/// @param effects told when the events are stored; an answer to the sender is one of them
public record Decision<E extends StoredEvent, S, F>(
    List<E> events, @Nullable S view, List<F> effects) {

  public Decision {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }

  /// Returns a decision that stores one event.
  public static <E extends StoredEvent, S, F> Decision<E, S, F> store(E event, List<F> effects) {
    return new Decision<>(List.of(event), null, effects);
  }

  /// Returns a decision that changes nothing.
  public static <E extends StoredEvent, S, F> Decision<E, S, F> only(List<F> effects) {
    return new Decision<>(List.of(), null, effects);
  }

  /// Returns a decision that changes nothing and has one effect.
  public static <E extends StoredEvent, S, F> Decision<E, S, F> only(F effect) {
    return new Decision<>(List.of(), null, List.of(effect));
  }

  /// Returns a decision that keeps `view` in memory alone.
  public static <E extends StoredEvent, S, F> Decision<E, S, F> remember(S view, F effect) {
    return new Decision<>(List.of(), view, List.of(effect));
  }

  /// Returns the state that replaces the present one before events apply, if any does.
  public Optional<S> replacement() {
    return Optional.ofNullable(view);
  }
}
