package dev.roost.actors.user;

import akka.actor.typed.ActorRef;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.UserId;
import java.util.List;

/// The neighbours of a user's entity on its node, told of facts once they are stored.
public record UserLinks(
    ActorRef<FanoutRoot.Command> root,
    List<ActorRef<FeedPartition.Command>> partitions,
    ActorRef<EngagementTally.Command> tally,
    ActorRef<OutcomeJoiner.Command> outcomes) {

  public UserLinks {
    partitions = List.copyOf(partitions);
  }

  /// Returns the partition to which a reader belongs on this node.
  public ActorRef<FeedPartition.Command> partition(UserId reader) {
    return partitions.get((int) Long.remainderUnsigned(reader.value(), partitions.size()));
  }
}
