package dev.roost.actors.fanout;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/// Items that may not be shown, remembered so that what arrives after its withdrawal stays hidden.
///
/// Bounded: when too many are remembered the oldest decision is forgotten and counted. A post that
/// comes after its withdrawal comes soon after it.
final class Withdrawn {

  private final Map<ItemId, ItemStatus> decisions = new LinkedHashMap<>();
  private final int limit;
  private long forgotten;

  Withdrawn(int limit) {
    this.limit = limit;
  }

  /// Notes a decision; returns whether it changes anything. [ItemStatus#DELETED] is for good.
  boolean note(ItemId item, ItemStatus status) {
    var before = of(item);
    if (before == status || before == ItemStatus.DELETED) {
      return false;
    }
    if (status == ItemStatus.LIVE) {
      decisions.remove(item);
    } else {
      decisions.put(item, status);
      forgetSome();
    }
    return true;
  }

  private void forgetSome() {
    if (decisions.size() > limit) {
      var oldest = decisions.keySet().iterator();
      oldest.next();
      oldest.remove();
      forgotten++;
    }
  }

  /// Returns the decision on an item, [ItemStatus#LIVE] if there is none.
  ItemStatus of(ItemId item) {
    return decisions.getOrDefault(item, ItemStatus.LIVE);
  }

  /// Returns the status of a post: its own, or else that of what it repeats.
  ItemStatus of(Post post) {
    if (decisions.isEmpty()) {
      return ItemStatus.LIVE;
    }
    var own = of(post.id());
    var original = post.original();
    return own == ItemStatus.LIVE && original != null ? of(original.item()) : own;
  }

  /// Returns how many decisions were forgotten.
  long forgotten() {
    return forgotten;
  }
}
