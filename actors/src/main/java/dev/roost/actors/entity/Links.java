package dev.roost.actors.entity;

/// How an entity reaches its neighbours.
///
/// @param <F> effects
public interface Links<F> {

  /// Tells the neighbours concerned, or the sender of the command.
  void perform(F effect);

  /// Tells the neighbours that what they hold of this entity may be of another age: it stops, or it
  /// has just been restored.
  default void forget() {}
}
