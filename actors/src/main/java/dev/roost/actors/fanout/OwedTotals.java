package dev.roost.actors.fanout;

import dev.roost.model.domain.ItemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Totals that a root has yet to send: the journal's tail does not bring them, so all that a table
/// may want are kept.
///
/// Of several for one item the last remains. Where there are totals of more items than a table has
/// rows, those that did not change for longest are dropped.
final class OwedTotals {

  private final SequencedMap<ItemId, FanoutRoot.Totals> toAll = new LinkedHashMap<>();
  private final SequencedMap<ItemId, FanoutRoot.Totals> toThoseBehind = new LinkedHashMap<>();
  private final int most;

  /// Returns no totals.
  ///
  /// @param most items whose totals are kept
  OwedTotals(int most) {
    this.most = most;
  }

  /// Notes totals that every branch is owed.
  void add(List<FanoutRoot.Totals> totals) {
    totals.forEach(of -> toAll.put(of.item(), of)); // in the place of those before: none starves
    dropEldest(toAll);
  }

  /// Notes totals that were sent, but not to the branches that are behind.
  void keepForThoseBehind(List<FanoutRoot.Totals> totals) {
    totals.forEach(of -> toThoseBehind.putLast(of.item(), of));
    dropEldest(toThoseBehind);
  }

  private void dropEldest(SequencedMap<ItemId, FanoutRoot.Totals> totals) {
    while (totals.size() > most) {
      totals.pollFirstEntry();
    }
  }

  /// Has every branch owed what those behind missed: some of them caught up. What is newer stays.
  void noteCaughtUp() {
    toThoseBehind.forEach(toAll::putIfAbsent);
    toThoseBehind.clear();
    dropEldest(toAll);
  }

  /// Returns how many totals are kept.
  int size() {
    return toAll.size() + toThoseBehind.size();
  }

  /// Returns whether nothing is to be sent.
  boolean isEmpty() {
    return toAll.isEmpty();
  }

  /// Takes out the totals that were owed for longest, at most so many.
  List<FanoutRoot.Totals> take(int most) {
    var taken = new ArrayList<FanoutRoot.Totals>();
    for (var each = toAll.values().iterator(); taken.size() < most && each.hasNext(); ) {
      taken.add(each.next());
      each.remove();
    }
    return taken;
  }
}
