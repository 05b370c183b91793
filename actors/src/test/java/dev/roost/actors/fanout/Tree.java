package dev.roost.actors.fanout;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.BehaviorInterceptor;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.feed.FeedDesk;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.journal.PublicFact;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Place;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A fan-out tree of real actors for tests: one root, one branch, some partitions.
final class Tree implements AutoCloseable {

  /// Returns the settings of `reference.conf`, but for what `overrides` says of `roost.fanout`.
  static FanoutSettings settings(String overrides) {
    return FanoutSettings.from(
        ConfigFactory.parseString(overrides)
            .withFallback(ConfigFactory.defaultReference().getConfig("roost.fanout"))
            .resolve());
  }

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
  private static final UserId CRASH = new UserId(Long.MIN_VALUE);

  final ItemTable table;
  final ActorRef<FanoutRoot.Command> root;
  final ActorRef<FanoutBranch.Command> branch;
  final List<ActorRef<FeedPartition.Command>> partitions;
  final Freshness freshness = Freshness.by(InstantSource.fixed(NOW));

  private final ActorTestKit kit;
  private final TestProbe<FeedDesk.Command> desk;
  private final TestProbe<FanoutRoot.Flushed> flushed;
  private final TestProbe<UserEntity.Reply> accepted;
  private final TestProbe<Done> done;
  private final TestProbe<FeedRequest.Reply> replies;

  Tree(ActorTestKit kit, FanoutSettings settings, FanoutMode mode, int partitionCount) {
    this.kit = kit;
    table = new ItemTable(1 << 14, 1);
    desk = kit.createTestProbe(FeedDesk.Command.class);
    flushed = kit.createTestProbe(FanoutRoot.Flushed.class);
    accepted = kit.createTestProbe(UserEntity.Reply.class);
    done = kit.createTestProbe(Done.class);
    replies = kit.createTestProbe(FeedRequest.Reply.class);
    branch = kit.spawn(FanoutBranch.create(table, settings, mode, partitionCount));
    partitions =
        IntStream.range(0, partitionCount)
            .mapToObj(_ -> kit.spawn(crashing(settings, desk.getRef())))
            .toList();
    root = kit.spawn(FanoutRoot.create(1, List.of(branch), settings, mode, table.capacity()));
  }

  private Behavior<FeedPartition.Command> crashing(
      FanoutSettings settings, ActorRef<FeedDesk.Command> toDesk) {
    var partition =
        Behaviors.intercept(
            Crasher::new, FeedPartition.create(table, settings, freshness, branch, toDesk));
    return Behaviors.supervise(partition)
        .onFailure(
            IllegalStateException.class, SupervisorStrategy.restart().withLoggingEnabled(false));
  }

  /// Fails where a test wants it.
  private static final class Crasher
      extends BehaviorInterceptor<FeedPartition.Command, FeedPartition.Command> {

    private Crasher() {
      super(FeedPartition.Command.class);
    }

    @Override
    public Behavior<FeedPartition.Command> aroundReceive(
        TypedActorContext<FeedPartition.Command> context,
        FeedPartition.Command message,
        ReceiveTarget<FeedPartition.Command> target) {
      if (message.equals(new FeedPartition.Drop(CRASH))) {
        throw new IllegalStateException("wanted by a test");
      }
      return target.apply(context, message);
    }
  }

  ActorRef<FeedPartition.Command> partition(UserId reader) {
    return partitions.get((int) Long.remainderUnsigned(reader.value(), partitions.size()));
  }

  /// Makes the partition of a reader lose all it holds.
  void crash(UserId reader) {
    partition(reader).tell(new FeedPartition.Drop(CRASH));
  }

  /// Ends a phase; returns the deliveries.
  long flush(Instant at, Instant horizon) {
    root.tell(new FanoutRoot.Flush(at, horizon, flushed.getRef()));
    return flushed.receiveMessage(PATIENCE).deliveries();
  }

  /// Withdraws an item and waits for the confirmation.
  void withdraw(ItemId item, ItemStatus status, Instant at) {
    root.tell(new FanoutRoot.Withdraw(item, status, at, accepted.getRef()));
    accepted.receiveMessage(PATIENCE);
  }

  /// Hands facts to the branch as the journal's tail does, and waits until they are taken in.
  void tail(List<PublicFact> facts) {
    branch.tell(new FanoutBranch.Hear(new PublicFact.Batch(facts, done.getRef())));
    done.receiveMessage(PATIENCE);
  }

  /// Reads a feed; returns what the partition handed to the desk.
  InNetwork read(UserId reader, Relations relations, Instant at) {
    var view =
        new ReaderView(reader, Profile.unknown(), Instant.EPOCH, relations, ReaderHistory.empty());
    partition(reader)
        .tell(new FeedPartition.Read(view, FeedQuery.feed(reader, at, 10), replies.getRef()));
    return desk.expectMessageClass(FeedDesk.Assemble.class, PATIENCE).inNetwork();
  }

  /// Returns the items found, newest first, pushed and pulled together.
  List<ItemId> items(InNetwork found) {
    var rows = new ArrayList<Integer>();
    IntStream.range(0, found.pushedCount()).map(found::pushed).forEach(rows::add);
    IntStream.range(0, found.pulledCount()).map(found::pulled).forEach(rows::add);
    rows.sort(
        (a, b) ->
            Place.isOlder(table.atMillis(b), table.id(b), table.atMillis(a), table.id(a)) ? -1 : 1);
    return rows.stream().map(row -> new ItemId(table.id(row))).toList();
  }

  @Override
  public void close() {
    kit.stop(root);
    kit.stop(branch);
    partitions.forEach(kit::stop);
  }
}
