package dev.roost.actors.fanout;

import dev.roost.model.domain.ItemId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Totals that a root has yet to send: the journal's tail does not bring them, so none may be lost.
///
/// Of several for one item the last remains, so that there are never more than items.
final class OwedTotals {

  private final Map<ItemId, FanoutRoot.Totals> toAll = new LinkedHashMap<>();
  private final Map<ItemId, FanoutRoot.Totals> toThoseBehind = new LinkedHashMap<>();

  /// Notes totals that every branch is owed.
  void add(List<FanoutRoot.Totals> totals) {
    totals.forEach(of -> toAll.put(of.item(), of));
  }

  /// Notes totals that were sent, but not to the branches that are behind.
  void keepForThoseBehind(List<FanoutRoot.Totals> totals) {
    totals.forEach(of -> toThoseBehind.put(of.item(), of));
  }

  /// Has every branch owed what those behind missed: some of them caught up. What is newer stays.
  void noteCaughtUp() {
    toThoseBehind.forEach(toAll::putIfAbsent);
    toThoseBehind.clear();
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
