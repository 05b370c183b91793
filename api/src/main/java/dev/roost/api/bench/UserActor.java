package dev.roost.api.bench;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// One user of the naive way: an actor with an inbox, who tells each follower of each post.
final class UserActor extends AbstractOnMessageBehavior<UserActor.Command> {

  /// What a user accepts.
  sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Has the user post.
  record Publish(int row) implements Command {}

  /// Brings a post by an author whom the user follows.
  record Deliver(int row) implements Command {}

  /// Announces how many posts are going to come: `announced` is counted down at once, `delivered`
  /// after the last of them.
  record Expect(int deliveries, CountDownLatch announced, CountDownLatch delivered)
      implements Command {}

  private final int user;
  private final FollowGraph graph;
  private final List<ActorRef<Command>> everybody;
  private final int[] inbox = new int[Contestant.INBOX];
  private int tail;
  private int missing;
  private CountDownLatch delivered = new CountDownLatch(0);

  private UserActor(
      ActorContext<Command> context,
      int user,
      FollowGraph graph,
      List<ActorRef<Command>> everybody) {
    super(context);
    this.user = user;
    this.graph = graph;
    this.everybody = everybody;
  }

  /// Returns the behavior of a user.
  ///
  /// @param everybody by number; complete before the first message
  static Behavior<Command> create(int user, FollowGraph graph, List<ActorRef<Command>> everybody) {
    return Behaviors.setup(context -> new UserActor(context, user, graph, everybody));
  }

  @Override
  public Behavior<Command> onMessage(Command message) {
    switch (message) {
      case Publish(var row) -> publish(row);
      case Deliver(var row) -> take(row);
      case Expect(var deliveries, var announced, var last) -> {
        missing = deliveries;
        delivered = last;
        announced.countDown();
      }
    }
    return this;
  }

  private void publish(int row) {
    var message = new Deliver(row);
    for (int i = 0; i < graph.followerCount(user); i++) {
      everybody.get(graph.follower(user, i)).tell(message);
    }
  }

  private void take(int row) {
    inbox[tail++ & (Contestant.INBOX - 1)] = row;
    if (--missing == 0) {
      delivered.countDown();
    }
  }
}
