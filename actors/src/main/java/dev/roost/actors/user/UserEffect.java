package dev.roost.actors.user;

import akka.actor.typed.ActorRef;
import dev.roost.actors.crowd.CrowdWatcher;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.Post;

/// What is to be told once a user's events are stored.
public sealed interface UserEffect {

  /// Answers the command.
  record Answer(ActorRef<UserEntity.Reply> to, UserEntity.Reply reply) implements UserEffect {}

  /// Answers a wish for a feed that no partition can serve.
  record AnswerReader(ActorRef<FeedRequest.Reply> to, FeedRequest.Reply reply)
      implements UserEffect {}

  /// Tells the partition to which the user belongs as a reader.
  record ToPartition(FeedPartition.Command message) implements UserEffect {}

  /// Hands a stored post to the root of the fan-out tree on this node.
  record Deliver(Post post) implements UserEffect {}

  /// Tells the root of the fan-out tree on this node.
  record ToRoot(FanoutRoot.Command message) implements UserEffect {}

  /// Tells who counts engagements on this node.
  record ToTally(EngagementTally.Command message) implements UserEffect {}

  /// Tells who watches what all readers do.
  record ToCrowd(CrowdWatcher.Command message) implements UserEffect {}

  /// Tells who joins what was served with what came of it.
  record ToOutcomes(OutcomeJoiner.Command message) implements UserEffect {}
}
