package dev.roost.actors.item;

import dev.roost.actors.entity.StoredEvent;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.Set;

/// What is stored of an item.
public sealed interface ItemEvent extends StoredEvent {

  /// A moderator decided whether the item may be shown.
  ///
  /// @param by who decided, in the words of the caller
  record Moderated(ItemId item, ItemStatus status, String by, String reason, Instant at)
      implements ItemEvent {
    @Override
    public Set<String> tags() {
      return Set.of(PUBLIC);
    }
  }

  /// The totals that engagements had come to, kept so that a restart need not count from zero.
  record Checkpointed(ItemCounts totals) implements ItemEvent {}
}
