package dev.roost.api.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The naive peer: an actor for each user, a message for each delivery.
final class ActorPerUser implements Contestant {

  private static final int PATIENCE_SECONDS = 120; // some fifty times as long as a round takes

  private final FollowGraph graph;
  private final long most;
  private final BenchSystem<List<ActorRef<UserActor.Command>>> users;

  /// Starts an actor for each user.
  ///
  /// @param most deliveries of a round, about
  ActorPerUser(FollowGraph graph, long most) {
    this.graph = graph;
    this.most = most;
    users = BenchSystem.start("bench-users", BenchSystem.config(Map.of()), this::spawnAll);
  }

  private List<ActorRef<UserActor.Command>> spawnAll(ActorContext<Void> context) {
    var all = new ArrayList<ActorRef<UserActor.Command>>(graph.users());
    for (int user = 0; user < graph.users(); user++) {
      all.add(context.spawnAnonymous(UserActor.create(user, graph, all)));
    }
    return all;
  }

  @Override
  public Delivery prepare(PostRound round) {
    int[] expected = new int[graph.users()];
    int posts = round.postsFor(most, graph::followerCount);
    for (int post = 0; post < posts; post++) {
      int author = round.author(post);
      for (int i = 0; i < graph.followerCount(author); i++) {
        expected[graph.follower(author, i)]++;
      }
    }
    long deliveries = IntStream.of(expected).asLongStream().sum();
    var delivered = announce(expected);
    return new Delivery(
        deliveries,
        () -> {
          deliver(round, posts, delivered);
          return deliveries;
        });
  }

  /// Tells every reader how much will come; returns what is counted down by each who got it all.
  private CountDownLatch announce(int[] expected) {
    int readers = (int) IntStream.of(expected).filter(count -> count > 0).count();
    var announced = new CountDownLatch(readers);
    var delivered = new CountDownLatch(readers);
    for (int reader = 0; reader < expected.length; reader++) {
      if (expected[reader] > 0) {
        tell(reader, new UserActor.Expect(expected[reader], announced, delivered));
      }
    }
    await(announced);
    return delivered;
  }

  private void deliver(PostRound round, int posts, CountDownLatch delivered) {
    for (int post = 0; post < posts; post++) {
      tell(round.author(post), new UserActor.Publish(post));
    }
    await(delivered);
  }

  private void tell(int user, UserActor.Command message) {
    users.parts().get(user).tell(message);
  }

  /// Waits until every reader who expects posts has counted as many.
  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new BenchException.WrongWork(
            "actor-per-user: %,d readers still wait for posts after %d s"
                .formatted(latch.getCount(), PATIENCE_SECONDS));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while messages were on their way", e);
    }
  }

  @Override
  public int readers() {
    return graph.users();
  }

  @Override
  public void close() {
    users.close();
  }
}
