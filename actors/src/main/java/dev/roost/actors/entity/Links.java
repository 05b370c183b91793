package dev.roost.actors.entity;

import java.util.Optional;

/// How an entity reaches its neighbours.
///
/// @param <C> commands
/// @param <F> effects
public interface Links<C, F> {

  /// Tells the neighbours concerned, or the sender of the command.
  void perform(F effect);

  /// Returns what to perform in place of a command, or empty if it is to be decided. A command is
  /// refused where a neighbour has no room now for what it may lead to: nothing of it is stored.
  default Optional<F> refusal(C command) {
    return Optional.empty();
  }

  /// Tells the neighbours that what they hold of this entity is void: it stops, and its facts are
  /// gone with it. One that comes back would count its ages from the start again.
  default void forget() {}
}
