package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.BehaviorInterceptor;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.roost.actors.feed.FeedDesk;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.journal.PublicFact;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One root and the branches of two nodes, each with a table and partitions of its own.
final class TwoBranchesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final FanoutSettings SETTINGS =
      Tree.settings("batch-posts = 1, window-frames = 4, withdraw-deadline = 50 ms");
  private static final long AUTHOR = 50;
  private static final int READERS = 4;
  private static final Relations FOLLOWS = Relations.none().after(RelationChange.FOLLOW, AUTHOR);

  private final ActorTestKit kit = ActorTestKit.create();
  private final TestProbe<FeedDesk.Command> desk = kit.createTestProbe(FeedDesk.Command.class);
  private final TestProbe<FeedRequest.Reply> replies = kit.createTestProbe(FeedRequest.Reply.class);
  private final TestProbe<FanoutRoot.Flushed> flushed =
      kit.createTestProbe(FanoutRoot.Flushed.class);
  private final TestProbe<UserEntity.Reply> accepted = kit.createTestProbe(UserEntity.Reply.class);
  private final TestProbe<Done> done = kit.createTestProbe(Done.class);
  private final CountDownLatch frozen = new CountDownLatch(1);

  @AfterEach
  void shutDown() {
    frozen.countDown();
    kit.shutdownTestKit();
  }

  private record Node(
      ItemTable table,
      AtomicReference<CountDownLatch> gate,
      ActorRef<FanoutBranch.Command> branch,
      List<ActorRef<FeedPartition.Command>> partitions) {}

  private Node node() {
    var table = new ItemTable(1 << 10, 1);
    var gate = new AtomicReference<>(new CountDownLatch(0));
    var branch =
        kit.spawn(
            Behaviors.intercept(
                () -> new Freezer(gate),
                FanoutBranch.create(table, SETTINGS, FanoutMode.SERVING, 2)),
            DispatcherSelector.blocking());
    var partition =
        FeedPartition.create(table, SETTINGS, Freshness.unmeasured(), branch, desk.getRef());
    return new Node(
        table, gate, branch, IntStream.range(0, 2).mapToObj(_ -> kit.spawn(partition)).toList());
  }

  /// Stands still at the next message while the gate is shut.
  private static final class Freezer
      extends BehaviorInterceptor<FanoutBranch.Command, FanoutBranch.Command> {

    private final AtomicReference<CountDownLatch> gate;

    private Freezer(AtomicReference<CountDownLatch> gate) {
      super(FanoutBranch.Command.class);
      this.gate = gate;
    }

    @Override
    public Behavior<FanoutBranch.Command> aroundReceive(
        TypedActorContext<FanoutBranch.Command> context,
        FanoutBranch.Command message,
        ReceiveTarget<FanoutBranch.Command> target) {
      try {
        assertThat(gate.get().await(60, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return target.apply(context, message);
    }
  }

  private ActorRef<FanoutRoot.Command> root(Node... nodes) {
    var branches = List.of(nodes).stream().map(Node::branch).toList();
    return kit.spawn(FanoutRoot.create(1, branches, SETTINGS, FanoutMode.SERVING, 1 << 10));
  }

  private static void publish(ActorRef<FanoutRoot.Command> root, long from, long to) {
    LongStream.range(from, to)
        .forEach(id -> root.tell(new FanoutRoot.Publish(post(id, AUTHOR), START)));
  }

  private void withdraw(ActorRef<FanoutRoot.Command> root, long id) {
    root.tell(
        new FanoutRoot.Withdraw(new ItemId(id), ItemStatus.DELETED, START, accepted.getRef()));
    accepted.receiveMessage(PATIENCE);
  }

  private long flush(ActorRef<FanoutRoot.Command> root) {
    root.tell(new FanoutRoot.Flush(START.plusSeconds(600), START, flushed.getRef()));
    return flushed.receiveMessage(PATIENCE).deliveries();
  }

  /// Returns what the readers of a node find, once where they find the same.
  private List<List<Long>> read(Node node) {
    var found = new ArrayList<List<Long>>();
    for (long reader = 0; reader < READERS; reader++) {
      var view =
          new ReaderView(
              new UserId(reader), Profile.unknown(), START, FOLLOWS, ReaderHistory.empty());
      node.partitions()
          .get((int) reader % 2)
          .tell(
              new FeedPartition.Read(
                  view,
                  FeedQuery.feed(view.reader(), START.plusSeconds(600), 10),
                  replies.getRef()));
      var rows = desk.expectMessageClass(FeedDesk.Assemble.class, PATIENCE).inNetwork();
      found.add(
          IntStream.concat(
                  IntStream.range(0, rows.pushedCount()).map(rows::pushed),
                  IntStream.range(0, rows.pulledCount()).map(rows::pulled))
              .mapToObj(row -> node.table().id(row))
              .sorted()
              .toList());
    }
    return found.stream().distinct().toList();
  }

  private static List<Long> ids(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  @Test
  void postsAndWithdrawalsReachTheReadersOfBoth() {
    var here = node();
    var there = node();
    var root = root(here, there);
    read(here);
    read(there);

    for (long id = 1; id < 4; id++) {
      publish(root, id, id + 1);
      flush(root);
    }
    assertThat(read(here)).containsExactly(ids(1, 4));
    assertThat(read(there)).containsExactly(ids(1, 4));

    withdraw(root, 1);
    flush(root);
    assertThat(read(here)).containsExactly(ids(2, 4));
    assertThat(read(there)).containsExactly(ids(2, 4));
  }

  private static void eventually(BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("a deadline").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void aFrozenBranchDoesNotSlowTheOtherAndFindsAllAfterwards() {
    var here = node();
    var there = node();
    var root = root(here, there);
    var facts = new ArrayList<PublicFact>();
    there.gate().set(frozen);

    for (long id = 1; id <= 40; id++) {
      publish(root, id, id + 1);
      facts.add(new PublicFact.Published(post(id, AUTHOR), (int) id, START));
      long wanted = id;
      eventually(() -> here.table().rowOf(wanted) >= 0);
    }
    withdraw(root, 1);
    facts.add(new PublicFact.StatusChanged(new ItemId(1), ItemStatus.DELETED, START));
    flush(root); // waits for the prompt branch alone
    assertThat(read(here)).containsExactly(ids(2, 41));
    assertThat(there.table().size()).isZero();

    frozen.countDown();
    there.branch().tell(new FanoutBranch.Hear(new PublicFact.Batch(facts, done.getRef())));
    done.receiveMessage(PATIENCE);
    eventually(() -> read(there).equals(List.of(ids(2, 41))));
    publish(root, 41, 42); // by a frame again
    eventually(() -> there.table().rowOf(41) >= 0);
  }
}
