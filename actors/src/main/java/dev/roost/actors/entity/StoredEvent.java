package dev.roost.actors.entity;

import dev.roost.actors.CborSerializable;
import java.util.Set;

/// What an entity stores, for ever: its shape and its name on the wire, listed in [WireModule],
/// outlive the class that holds it.
public interface StoredEvent extends CborSerializable {

  /// The tag of facts that concern every node.
  String PUBLIC = "public";

  /// The tag of engagements, from which the totals of items can be counted anew.
  String ENGAGED = "engaged";

  /// Returns the tags under which the journal lists the event.
  default Set<String> tags() {
    return Set.of();
  }
}
