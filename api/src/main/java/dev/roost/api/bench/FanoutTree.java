package dev.roost.api.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.javadsl.BehaviorBuilder;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import dev.roost.actors.fanout.FanoutBranch;
import dev.roost.actors.fanout.FanoutMode;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FanoutSettings;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.fanout.Footprint;
import dev.roost.actors.fanout.Freshness;
import dev.roost.actors.feed.FeedDesk;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The fan-out tree of one node, of the actors that serve: root, branch, partitions, item table.
/// Only what comes after a partition is missing; what it finds is counted and forgotten.
public final class FanoutTree implements AutoCloseable {

  private static final int MOST_READS = 1024; // not yet answered
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant HORIZON = Instant.EPOCH;

  private final BenchSystem<Parts> system;
  private final FanoutSettings settings;
  private final Semaphore reads;
  private final Duration patience;
  private final int items;

  private record Parts(
      ActorRef<FanoutRoot.Command> root,
      List<ActorRef<FeedPartition.Command>> partitions,
      Freshness freshness) {}

  private FanoutTree(
      BenchSystem<Parts> system, FanoutSettings settings, Semaphore reads, Duration patience) {
    this.system = system;
    this.settings = settings;
    this.reads = reads;
    this.patience = patience;
    items = system.system().settings().config().getInt("roost.node.items");
  }

  /// Starts a tree without readers and posts.
  ///
  /// @param overrides of the configuration of a node
  static FanoutTree start(Map<String, ?> overrides) {
    return start(overrides, _ -> {});
  }

  /// Starts a tree without readers and posts.
  ///
  /// @param overrides of the configuration of a node
  /// @param found gets what each read found, in place of the node's desk and on its thread
  public static FanoutTree start(Map<String, ?> overrides, Consumer<FeedDesk.Assemble> found) {
    return start(overrides, found, PATIENCE);
  }

  /// Starts a tree without readers and posts.
  ///
  /// @param overrides of the configuration of a node
  /// @param found gets what each read found
  /// @param patience with reads and questions that are not answered
  static FanoutTree start(
      Map<String, ?> overrides, Consumer<FeedDesk.Assemble> found, Duration patience) {
    var config = BenchSystem.config(overrides);
    var settings = FanoutSettings.from(config.getConfig("roost.fanout"));
    var reads = new Semaphore(MOST_READS);
    var system =
        BenchSystem.<Parts>start(
            "bench-roost",
            config,
            context -> wire(context, config.getConfig("roost.node"), settings, desk(reads, found)));
    return new FanoutTree(system, settings, reads, patience);
  }

  private static Parts wire(
      ActorContext<Void> context,
      Config node,
      FanoutSettings settings,
      Behavior<FeedDesk.Command> deskBehavior) {
    var table = new ItemTable(node.getInt("items"), node.getInt("dimensions"));
    int leaves = node.getInt("partitions");
    var branch =
        context.spawn(
            FanoutBranch.create(table, settings, FanoutMode.SERVING, leaves), "fanout-branch");
    var desk = context.spawn(deskBehavior, "desk");
    var freshness = Freshness.by(InstantSource.system());
    var partitions =
        IntStream.range(0, leaves)
            .mapToObj(
                i ->
                    context.spawn(
                        FeedPartition.create(table, settings, freshness, branch, desk),
                        "partition-" + i))
            .toList();
    var root =
        context.spawn(
            FanoutRoot.create(
                1, List.of(branch), settings, FanoutMode.SERVING, node.getInt("items")),
            "fanout-root");
    return new Parts(root, partitions, freshness);
  }

  private static Behavior<FeedDesk.Command> desk(
      Semaphore reads, Consumer<FeedDesk.Assemble> found) {
    return BehaviorBuilder.<FeedDesk.Command>create()
        .onMessage(
            FeedDesk.Assemble.class,
            job -> {
              found.accept(job);
              reads.release();
              return Behaviors.same();
            })
        .build();
  }

  /// Asks for the in-network candidates of a reader; waits while too many reads are unanswered.
  ///
  /// @throws BenchException.WrongWork if they stay so
  public void read(ReaderView view, Instant at) {
    expectRead();
    partition(view.reader())
        .tell(
            new FeedPartition.Read(
                view, FeedQuery.feed(view.reader(), at, 1), system.system().ignoreRef()));
  }

  /// Announces a read by another way; waits while too many reads are unanswered.
  ///
  /// @throws BenchException.WrongWork if they stay so
  public void expectRead() {
    await(1);
  }

  private ActorRef<FeedPartition.Command> partition(UserId reader) {
    var partitions = system.parts().partitions();
    return partitions.get((int) Long.remainderUnsigned(reader.value(), partitions.size()));
  }

  /// Waits until every read is answered.
  ///
  /// @throws BenchException.WrongWork if some are not
  public void awaitReads() {
    await(MOST_READS);
    reads.release(MOST_READS);
  }

  private void await(int answers) {
    try {
      if (!reads.tryAcquire(answers, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BenchException.WrongWork(
            "roost: %,d reads are not answered after %d s"
                .formatted(MOST_READS - reads.availablePermits(), patience.toSeconds()));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while reads were on their way", e);
    }
  }

  /// Hands a post to the root.
  public void publish(FanoutRoot.Publish post) {
    system.parts().root().tell(post);
  }

  /// Has the root tell when all posts before are in inboxes.
  public CompletionStage<FanoutRoot.Flushed> flush(Instant at) {
    return AskPattern.ask(
        system.parts().root(),
        (ActorRef<FanoutRoot.Flushed> replyTo) -> new FanoutRoot.Flush(at, HORIZON, replyTo),
        patience,
        system.system().scheduler());
  }

  /// Returns where the memory of all partitions goes.
  Footprint footprint() {
    return system.parts().partitions().stream()
        .map(
            partition ->
                AskPattern.ask(
                        partition,
                        FeedPartition.AskFootprint::new,
                        patience,
                        system.system().scheduler())
                    .toCompletableFuture()
                    .join())
        .reduce(Footprint::plus)
        .orElseThrow();
  }

  /// Returns how many posts may be on their way without any being left to the journal's tail, which
  /// a bench does not have, or leaving the table before they are delivered.
  public int mostPostsOnTheirWay() {
    return Math.min(settings.windowFrames() * settings.batchPosts(), items) * 3 / 4;
  }

  /// Returns the actor system of the tree.
  public ActorSystem<Void> system() {
    return system.system();
  }

  /// Returns the root.
  public ActorRef<FanoutRoot.Command> root() {
    return system.parts().root();
  }

  /// Returns the partitions, in order.
  public List<ActorRef<FeedPartition.Command>> partitions() {
    return system.parts().partitions();
  }

  /// Returns how long posts took until they could be seen.
  public Freshness freshness() {
    return system.parts().freshness();
  }

  @Override
  public void close() {
    system.close();
  }
}
