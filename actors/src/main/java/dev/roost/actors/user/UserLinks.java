package dev.roost.actors.user;

import akka.actor.typed.ActorRef;
import dev.roost.actors.crowd.CrowdWatcher;
import dev.roost.actors.fanout.Backlog;
import dev.roost.actors.fanout.Backlogs;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// The neighbours of a user's entity on its node, told of facts once they are stored.
///
/// @param backlogs posts that wait at the root, and reads at each partition
/// @param acknowledged the instant at which a stored post is acknowledged: that of the node's
///     clock, or in virtual time the post's own
public record UserLinks(
    ActorRef<FanoutRoot.Command> root,
    List<ActorRef<FeedPartition.Command>> partitions,
    Backlogs backlogs,
    Function<Post, Instant> acknowledged,
    ActorRef<EngagementTally.Command> tally,
    ActorRef<CrowdWatcher.Command> crowd,
    ActorRef<OutcomeJoiner.Command> outcomes) {

  public UserLinks {
    partitions = List.copyOf(partitions);
    if (backlogs.reads().size() != partitions.size()) {
      throw new IllegalArgumentException(
          "backlogs of %d partitions for %d".formatted(backlogs.reads().size(), partitions.size()));
    }
  }

  /// Returns the partition to which a reader belongs on this node.
  public ActorRef<FeedPartition.Command> partition(UserId reader) {
    return partitions.get(place(reader));
  }

  /// Returns the reads that wait at a reader's partition.
  Backlog readsOf(UserId reader) {
    return backlogs.reads().get(place(reader));
  }

  private int place(UserId reader) {
    return (int) Long.remainderUnsigned(reader.value(), partitions.size());
  }

  /// Hands a stored post to the root.
  void deliver(Post post) {
    backlogs.posts().handOver(root, new FanoutRoot.Publish(post, acknowledged.apply(post)));
  }
}
