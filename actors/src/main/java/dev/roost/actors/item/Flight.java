package dev.roost.actors.item;

import akka.actor.typed.ActorRef;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.model.domain.ItemId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// One flush of the tally under way: what is added to items, and which totals have come back.
final class Flight {

  private final CountsByItem deltas;
  private final int[] order;
  private final List<ActorRef<EngagementTally.Flushed>> replyTo;
  private final BitSet answered = new BitSet();
  private final List<FanoutRoot.Totals> totals = new ArrayList<>();
  private int next;

  Flight(CountsByItem deltas, List<ActorRef<EngagementTally.Flushed>> replyTo) {
    this.deltas = deltas;
    this.order = deltas.sorted();
    this.replyTo = List.copyOf(replyTo);
  }

  CountsByItem deltas() {
    return deltas;
  }

  List<ActorRef<EngagementTally.Flushed>> replyTo() {
    return replyTo;
  }

  int size() {
    return order.length;
  }

  /// Returns how many additions were sent and not yet answered.
  int outstanding() {
    return next - totals.size();
  }

  boolean hasNext() {
    return next < order.length;
  }

  /// Returns the next entry to send.
  int takeNext() {
    return order[next++];
  }

  /// Takes in an answer; one that comes twice or too late is ignored.
  void answered(ItemEntity.Counted counted) {
    int entry = deltas.find(counted.item().value());
    if (entry >= 0 && !answered.get(entry)) {
      answered.set(entry);
      totals.add(new FanoutRoot.Totals(counted.item(), counted.totals()));
    }
  }

  boolean isComplete() {
    return totals.size() == order.length;
  }

  /// Returns the totals that came, in the order of their items.
  List<FanoutRoot.Totals> totals() {
    totals.sort(Comparator.comparing(FanoutRoot.Totals::item, ItemId::compareTo));
    return totals;
  }
}
