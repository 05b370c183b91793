package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static dev.roost.actors.fanout.History.START;
import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.roost.actors.Gen;
import dev.roost.actors.journal.PublicFact;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class FanoutBranchTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final FanoutSettings SETTINGS = Tree.settings("");

  private final ItemTable table = new ItemTable(1 << 12, 1);
  private final TestProbe<FrameReply> root = KIT.createTestProbe(FrameReply.class);
  private final TestProbe<FeedPartition.Command> partition = KIT.createTestProbe();
  private final TestProbe<FanoutBranch.Readiness> asked = KIT.createTestProbe();

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  private ActorRef<FanoutBranch.Command> branch(FanoutMode mode) {
    return KIT.spawn(FanoutBranch.create(table, SETTINGS, mode, 1));
  }

  private Frame frame(long sequence, Frame.Body body) {
    return new Frame(1, sequence, root.getRef(), body);
  }

  private void join(ActorRef<FanoutBranch.Command> branch) {
    branch.tell(new FanoutBranch.Join(partition.getRef()));
    deliver(branch);
  }

  private void deliver(ActorRef<FanoutBranch.Command> branch) {
    var advance = partition.expectMessageClass(FeedPartition.Advance.class);
    branch.tell(new FanoutBranch.Delivered(partition.getRef(), advance.end(), 1, 0));
  }

  private FanoutBranch.Readiness readiness(ActorRef<FanoutBranch.Command> branch) {
    branch.tell(new FanoutBranch.AskReadiness(asked.getRef()));
    return asked.receiveMessage();
  }

  private static Post post(long id) {
    var at = START.plusSeconds(id);
    return new Post(new ItemId(id), new UserId(1), at, "", "en", MediaKind.TEXT, "", null);
  }

  private static List<Post> posts(Gen gen, int count) {
    var history = new History();
    return IntStream.range(0, count)
        .mapToObj(_ -> history.draw(gen, 5, START.plusSeconds(gen.whole(0, 20))))
        .toList();
  }

  private List<Long> rows() {
    return IntStream.range(table.oldest(), table.published()).mapToObj(table::id).toList();
  }

  @Test
  void rowsOfAPhaseDoNotDependOnTheOrderOfArrival() {
    forAll(
        gen -> {
          var posts = posts(gen, gen.whole(1, 100));
          var shuffled = new ArrayList<>(posts);
          Collections.shuffle(shuffled, new Random(gen.bits()));
          assertThat(rowsAfter(shuffled)).isEqualTo(rowsAfter(posts));
        });
  }

  private static List<Long> rowsAfter(List<Post> posts) {
    var other = new ItemTable(1 << 12, 1);
    var writer = new ItemWriter(other, SETTINGS);
    writer.hold(posts.subList(0, posts.size() / 2));
    writer.hold(posts.subList(posts.size() / 2, posts.size()));
    writer.endPhase(START, START);
    return IntStream.range(0, other.published()).mapToObj(other::id).toList();
  }

  @Test
  void whatComesTwiceChangesNothing() {
    forAll(
        gen -> {
          var writer = new ItemWriter(table, SETTINGS);
          var posts = posts(gen, 50);
          writer.append(posts);
          writer.setStatus(posts.getFirst().id(), ItemStatus.DELETED);
          var rows = rows();

          writer.append(posts.subList(gen.whole(0, 50), 50));
          writer.setStatus(posts.getFirst().id(), ItemStatus.DELETED);
          writer.append(posts);

          assertThat(rows()).isEqualTo(rows);
          assertThat(table.isLive((int) table.rowOf(posts.getFirst().id().value()))).isFalse();
        });
  }

  @Test
  void whatWasDeletedNeverComesBack() {
    var writer = new ItemWriter(table, SETTINGS);
    var post = post(1);

    writer.setStatus(post.id(), ItemStatus.DELETED);
    writer.append(List.of(post));
    writer.setStatus(post.id(), ItemStatus.LIVE);

    assertThat(table.status((int) table.rowOf(post.id().value()))).isEqualTo(ItemStatus.DELETED);
  }

  @Test
  void totalsOfAPhaseAreSetOnceAtTheirHighest() {
    var writer = new ItemWriter(table, SETTINGS);
    var post = post(1);
    writer.hold(List.of(post));
    writer.holdTotals(List.of(likes(post.id(), 5)));
    writer.holdTotals(List.of(likes(post.id(), 3)));

    writer.endPhase(START, START);

    int row = (int) table.rowOf(post.id().value());
    assertThat(table.count(row, EngagementKind.LIKE)).isEqualTo(5);
    assertThat(table.positives(row, 0)).isEqualTo(5);
    assertThat(table.trending()).containsExactly(row);
  }

  private static FanoutRoot.Totals likes(ItemId item, int likes) {
    return new FanoutRoot.Totals(item, ItemCounts.of(0, 0, 0, likes, 0, 0, 0, 0));
  }

  @Test
  void answersABarrierOnlyWhenEveryInboxHasIt() {
    var branch = branch(FanoutMode.VOLATILE_RUN);
    branch.tell(
        frame(
            1, new Frame.Posts(IntStream.range(1, 11).mapToObj(FanoutBranchTest::post).toList())));
    root.expectMessage(new FrameReply.Applied(1, branch));
    branch.tell(frame(2, new Frame.Barrier(START, START)));
    root.expectNoMessage(Duration.ZERO);
    assertThat(readiness(branch).ready()).isFalse(); // the partition has yet to join

    join(branch);

    root.expectMessage(new FrameReply.BarrierPassed(2, 0, branch));
    assertThat(readiness(branch).ready()).isTrue();
  }

  @Test
  void aPartitionThatIsSlowIsToldOnceAgainAtMost() {
    var branch = branch(FanoutMode.SERVING);
    join(branch);
    var posts = IntStream.range(1, 11).mapToObj(FanoutBranchTest::post).toList();
    for (int i = 0; i < 10; i++) {
      branch.tell(frame(i + 1, new Frame.Posts(posts.subList(i, i + 1))));
    }

    assertThat(partition.expectMessageClass(FeedPartition.Advance.class).end()).isEqualTo(1);
    assertThat(partition.expectMessageClass(FeedPartition.Advance.class).end()).isEqualTo(2);
    IntStream.range(0, 10).forEach(_ -> root.receiveMessage());
    partition.expectNoMessage(Duration.ZERO);
    branch.tell(new FanoutBranch.Delivered(partition.getRef(), 2, 2, 0));
    assertThat(partition.expectMessageClass(FeedPartition.Advance.class).end()).isEqualTo(10);
  }

  @Test
  void aLostFrameFailsARunWithoutJournal() {
    var branch = branch(FanoutMode.VOLATILE_RUN);
    branch.tell(frame(1, new Frame.Posts(List.of())));

    branch.tell(frame(3, new Frame.Posts(List.of())));

    root.expectTerminated(branch);
  }

  @Test
  void aLostFrameIsLeftToTheJournalsTail() {
    var branch = branch(FanoutMode.SERVING);
    TestProbe<Done> done = KIT.createTestProbe();
    join(branch);
    branch.tell(frame(1, new Frame.Posts(List.of())));
    branch.tell(frame(3, new Frame.Posts(List.of())));
    assertThat(readiness(branch)).isEqualTo(new FanoutBranch.Readiness(false, 1));

    var lost = post(1);
    branch.tell(
        new FanoutBranch.Hear(
            new PublicFact.Batch(List.of(new PublicFact.Published(lost, 1)), done.getRef())));
    done.receiveMessage();
    branch.tell(new FanoutBranch.Hear(new PublicFact.CaughtUp()));
    deliver(branch);

    assertThat(rows()).containsExactly(lost.id().value());
    branch.tell(new FanoutBranch.Hear(new PublicFact.Batch(List.of(), done.getRef())));
    done.receiveMessage();
    assertThat(readiness(branch)).isEqualTo(new FanoutBranch.Readiness(true, 1));
  }

  @Test
  void aRootThatStartsAgainLosesNothing() {
    var branch = branch(FanoutMode.VOLATILE_RUN);
    branch.tell(frame(1, new Frame.Posts(List.of())));
    branch.tell(frame(2, new Frame.Posts(List.of())));
    branch.tell(frame(1, new Frame.Posts(List.of())));
    branch.tell(frame(2, new Frame.Posts(List.of())));

    IntStream.range(0, 4).forEach(_ -> root.receiveMessage());
    assertThat(readiness(branch).missing()).isZero();
  }
}
