package dev.roost.api.bench.feed;

import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import dev.roost.actors.entity.Host;
import dev.roost.actors.fanout.Backlogs;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.user.UserEntity;
import dev.roost.actors.user.UserLinks;
import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.FanoutTree;
import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphUsers;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Reads through the sharded entities of readers, in a cluster of this one node, one at a time:
/// from the message to the entity until the desk is handed 500 posts.
final class EntityReads implements AutoCloseable {

  private static final int USERS = 1_000;
  private static final int FOLLOWS = 50;
  private static final int ENOUGH_ROWS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant START = Schedule.START;

  private final FollowGraph graph;
  private final FanoutTree tree;
  private final ClusterSharding sharding;
  private volatile long foundAt; // by the clock of this JVM
  private volatile int foundRows;

  /// Starts a node, and has everybody follow, read and get posts.
  EntityReads(long seed) {
    graph = FollowGraph.generate(USERS, USERS * FOLLOWS, seed);
    tree =
        FanoutTree.start(
            Map.of("akka.actor.provider", "cluster", "roost.node.partitions", 2),
            job -> {
              foundAt = System.nanoTime();
              foundRows = job.inNetwork().pushedCount() + job.inNetwork().pulledCount();
            });
    var system = tree.system();
    var cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    UserEntity.init(
        system,
        Host.VOLATILE,
        new UserLinks(
            tree.root(),
            tree.partitions(),
            Backlogs.unbounded(tree.partitions().size()),
            _ -> START,
            system.ignoreRef(),
            system.ignoreRef(),
            system.ignoreRef()));
    sharding = ClusterSharding.get(system);
    for (int user = 0; user < USERS; user++) {
      open(user);
      read(user);
    }
    fill(seed);
  }

  private void open(int user) {
    var entity = UserEntity.of(sharding, GraphUsers.id(user));
    require(
        entity.ask(
            replyTo -> new UserEntity.Register("user-" + user, Profile.unknown(), START, replyTo),
            PATIENCE));
    var follows = new ArrayList<CompletionStage<UserEntity.Reply>>();
    for (int i = 0; i < graph.followCount(user); i++) {
      UserId author = GraphUsers.id(graph.follow(user, i));
      follows.add(
          entity.ask(
              replyTo -> new UserEntity.Relate(RelationChange.FOLLOW, author, START, replyTo),
              PATIENCE));
    }
    follows.forEach(EntityReads::require);
  }

  private static void require(CompletionStage<UserEntity.Reply> reply) {
    CompletableFuture<UserEntity.Reply> future = reply.toCompletableFuture();
    if (!(future.join() instanceof UserEntity.Accepted)) {
      throw new BenchException.WrongWork("a user answered " + future.join());
    }
  }

  private void fill(long seed) {
    var users = new GraphUsers(graph, START);
    var chance = Chance.of(seed, "bench-feed-entity");
    for (int number = 1; number <= USERS * ENOUGH_ROWS / FOLLOWS; number++) {
      int author = chance.below(USERS, number, 0, 0);
      var at = START.plusMillis(number);
      tree.publish(new FanoutRoot.Publish(users.post(author, number, at), START));
    }
    tree.flush(START).toCompletableFuture().join();
  }

  /// Has everybody read, one after the other; returns the nanoseconds of each read.
  List<Long> readAll() {
    var nanos = new ArrayList<Long>(USERS);
    int full = 0;
    for (int user = 0; user < USERS; user++) {
      nanos.add(read(user));
      full += foundRows == WarmReaders.LIMIT ? 1 : 0;
    }
    WarmReaders.requireFull(full, USERS);
    return nanos;
  }

  private long read(int user) {
    var id = GraphUsers.id(user);
    var entity = UserEntity.of(sharding, id);
    var query = FeedQuery.feed(id, START.plus(Duration.ofHours(1)), WarmReaders.LIMIT);
    tree.expectRead();
    long began = System.nanoTime();
    entity.tell(new UserEntity.ReadFeed(query, tree.system().ignoreRef()));
    tree.awaitReads();
    return foundAt - began;
  }

  @Override
  public void close() {
    tree.close();
  }
}
