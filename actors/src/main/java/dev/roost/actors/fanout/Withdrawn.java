package dev.roost.actors.fanout;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// The last decision on each item whether it may be shown, remembered so that what arrives after
/// its withdrawal stays hidden, and so that an older decision that is told again changes nothing.
///
/// Decisions on items that rows show are kept. Of the others, some of which are yet to arrive, the
/// newest are kept, at least as many as the limit says; older ones are forgotten now and then, and
/// counted. A post that comes after its withdrawal comes soon after it.
final class Withdrawn {

  private record Decision(ItemStatus status, Instant at) {}

  private final SequencedMap<ItemId, Decision> decisions = new LinkedHashMap<>();
  private final Predicate<ItemId> isShown;
  private final int limit;
  private int most; // decisions at which some are forgotten
  private long forgotten;

  /// Returns no decisions.
  ///
  /// @param limit decisions remembered at least on items that no row shows
  /// @param isShown whether a retained row is the item or repeats it
  Withdrawn(int limit, Predicate<ItemId> isShown) {
    this.limit = limit;
    this.isShown = isShown;
    most = 2 * limit;
  }

  /// Notes a decision; returns whether it changes anything. [ItemStatus#DELETED] is for good, of
  /// others the last one counts.
  boolean note(ItemId item, ItemStatus status, Instant at) {
    var before = decisions.get(item);
    boolean isOlder = before != null && status != ItemStatus.DELETED && at.isBefore(before.at());
    var old = of(item);
    if (isOlder || old == ItemStatus.DELETED) {
      return false;
    }
    decisions.putLast(item, new Decision(status, at)); // the newest, even if there was one before
    if (decisions.size() > most) {
      forgetSome();
    }
    return status != old;
  }

  private void forgetSome() {
    long left = decisions.keySet().stream().filter(isShown.negate()).count() - limit;
    for (var oldest = decisions.keySet().iterator(); left > 0 && oldest.hasNext(); ) {
      if (!isShown.test(oldest.next())) {
        oldest.remove();
        forgotten++;
        left--;
      }
    }
    most = decisions.size() + limit; // so that this is not done again soon
  }

  /// Returns the decision on an item, [ItemStatus#LIVE] if there is none.
  ItemStatus of(ItemId item) {
    var decision = decisions.get(item);
    return decision == null ? ItemStatus.LIVE : decision.status();
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
