package dev.roost.actors.fanout;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How far a branch's partitions are: each is told at most a few times of growth before it has
/// answered, so that a slow one finds one message, however much the table grew meanwhile.
final class Leaves {

  private static final class Leaf {
    private int told; // the end last told of
    private int outstanding; // advances not yet answered
    private boolean hasAnswered;
    private int delivered;
    private long deliveries;
  }

  private final Map<ActorRef<FeedPartition.Command>, Leaf> leaves = new LinkedHashMap<>();
  private final int expected;
  private final int mostOutstanding;
  private long deliveriesBefore; // of partitions that restarted

  Leaves(int expected, int mostOutstanding) {
    this.expected = expected;
    this.mostOutstanding = mostOutstanding;
  }

  /// Takes in a partition that starts or starts again, and tells it where the table stands.
  void join(ActorRef<FeedPartition.Command> partition, int end) {
    var leaf = new Leaf();
    var before = leaves.put(partition, leaf);
    deliveriesBefore += before == null ? 0 : before.deliveries;
    tell(partition, leaf, end);
    if (leaves.size() > expected) {
      throw new IllegalStateException(
          "more partitions than the " + expected + " expected: " + partition);
    }
  }

  /// Returns whether every partition has joined.
  boolean isComplete() {
    return leaves.size() == expected;
  }

  /// Notes what a partition has delivered.
  void note(FanoutBranch.Delivered delivered) {
    var leaf = leaves.get(delivered.by());
    if (leaf != null) {
      leaf.outstanding = Math.max(0, leaf.outstanding - delivered.advances());
      leaf.hasAnswered = true;
      leaf.delivered = delivered.end();
      leaf.deliveries = delivered.deliveries();
    }
  }

  /// Tells partitions how far the table has grown, except those that have yet to answer.
  void advance(int end) {
    leaves.forEach(
        (partition, leaf) -> {
          if (leaf.told != end && leaf.outstanding < mostOutstanding) {
            tell(partition, leaf, end);
          }
        });
  }

  /// Tells every partition how far the table has grown.
  void advanceAll(int end) {
    leaves.forEach((partition, leaf) -> tell(partition, leaf, end));
  }

  private static void tell(ActorRef<FeedPartition.Command> partition, Leaf leaf, int end) {
    leaf.told = end;
    leaf.outstanding++;
    partition.tell(new FeedPartition.Advance(end));
  }

  /// Has every partition build its inboxes anew.
  void rebuildAll() {
    leaves.keySet().forEach(partition -> partition.tell(new FeedPartition.RebuildAll()));
  }

  /// Lets every partition look at its readers.
  void sweep(Instant now) {
    leaves.keySet().forEach(partition -> partition.tell(new FeedPartition.Sweep(now)));
  }

  /// Returns whether all partitions have joined and delivered rows up to `end`. They may be busy
  /// with later ones: what goes on for ever keeps nobody waiting.
  boolean haveDelivered(int end) {
    return isComplete()
        && leaves.values().stream().allMatch(leaf -> leaf.hasAnswered && leaf.delivered - end >= 0);
  }

  /// Returns the rows appended to inboxes so far.
  long deliveries() {
    return deliveriesBefore + leaves.values().stream().mapToLong(leaf -> leaf.deliveries).sum();
  }
}
