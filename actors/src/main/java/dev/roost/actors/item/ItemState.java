package dev.roost.actors.item;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.item.ItemCounts;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is remembered of an item: the last decision of a moderator, which is a fact, and totals,
/// which are a view that is stored now and then.
///
/// @param moderation null if nobody ever decided
/// @param unsaved additions since the totals were stored
record ItemState(ItemEvent.@Nullable Moderated moderation, ItemCounts totals, int unsaved) {

  static ItemState empty() {
    return new ItemState(null, ItemCounts.zero(), 0);
  }

  /// Returns the decision of a moderator, if there was one.
  Optional<ItemEvent.Moderated> moderated() {
    return Optional.ofNullable(moderation);
  }

  ItemState with(ItemEvent.Moderated decision) {
    return new ItemState(decision, totals, unsaved);
  }

  /// Returns this state with more engagements on top of what is known, or of `base` where that
  /// is more.
  ItemState plus(ItemCounts base, ItemCounts delta) {
    return new ItemState(moderation, larger(totals, base).plus(delta), unsaved + 1);
  }

  /// Returns this state with stored totals; none ever falls.
  ItemState saved(ItemCounts stored) {
    return new ItemState(moderation, larger(totals, stored), 0);
  }

  private static ItemCounts larger(ItemCounts a, ItemCounts b) {
    var kinds = EngagementKind.values();
    return ItemCounts.of(
        Arrays.stream(kinds).mapToInt(kind -> Math.max(a.of(kind), b.of(kind))).toArray());
  }
}
