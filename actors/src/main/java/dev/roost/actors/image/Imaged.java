package dev.roost.actors.image;

import java.util.Optional;

/// An actor whose state can be taken out and put into another one of its kind.
///
/// An image is data: neither the state nor what it refers to knows actors, timers or settings that
/// may differ in another node.
public interface Imaged {

  /// Returns the state itself, not a copy: it is true until the next message. Empty while something
  /// is under way that must end first; then it is asked again after the next message.
  Optional<Object> image();

  /// Goes on from an image, which belongs to this actor from now on.
  void restore(Object image);
}
