package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static dev.roost.actors.fanout.History.stamped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import akka.Done;
import akka.actor.testkit.typed.CapturedLogEvent;
import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.actors.journal.PublicFact;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class FanoutBranchTest {

  private static final FanoutSettings SETTINGS = Tree.settings("");

  private static final Instant STORED = Instant.parse("2026-01-01T00:00:01.234Z");

  private final ItemTable table = new ItemTable(1 << 12, 1);
  private final TestInbox<FrameReply> root = TestInbox.create();
  private final TestInbox<FeedPartition.Command> partition = TestInbox.create();

  private BehaviorTestKit<FanoutBranch.Command> branch(FanoutMode mode) {
    return BehaviorTestKit.create(FanoutBranch.create(table, SETTINGS, mode, 1));
  }

  private Frame frame(long sequence, Frame.Body body) {
    return new Frame(1, sequence, root.getRef(), body);
  }

  private void join(BehaviorTestKit<FanoutBranch.Command> branch) {
    branch.run(new FanoutBranch.Join(partition.getRef()));
    branch.run(new FanoutBranch.Delivered(partition.getRef(), advance(), 1, 0));
  }

  private int advance() {
    return ((FeedPartition.Advance) partition.receiveMessage()).end();
  }

  private List<Long> rows() {
    return IntStream.range(table.oldest(), table.published()).mapToObj(table::id).toList();
  }

  private static Frame.Posts posts(long... ids) {
    return new Frame.Posts(stamped(LongStream.of(ids).mapToObj(id -> post(id, 1)).toList()));
  }

  @Test
  void answersABarrierOnlyWhenEveryInboxHasIt() {
    var branch = branch(FanoutMode.RUN);
    branch.run(frame(1, posts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));
    root.expectMessage(new FrameReply.Applied(1, branch.getRef()));
    branch.run(frame(2, new Frame.Barrier(START, START)));
    assertThat(root.hasMessages()).isFalse(); // the partition has yet to join

    join(branch);

    root.expectMessage(new FrameReply.BarrierPassed(2, 0, branch.getRef()));
  }

  @Test
  void oneAnswerOfAPartitionMayLetSeveralBarriersPass() {
    var branch = branch(FanoutMode.RUN);
    join(branch);
    branch.run(frame(1, posts(1)));
    branch.run(frame(2, new Frame.Barrier(START, START)));
    branch.run(frame(3, new Frame.Barrier(START, START)));
    root.expectMessage(new FrameReply.Applied(1, branch.getRef()));
    assertThat(root.hasMessages()).isFalse();

    branch.run(new FanoutBranch.Delivered(partition.getRef(), 1, 2, 5));

    root.expectMessage(new FrameReply.BarrierPassed(2, 5, branch.getRef()));
    root.expectMessage(new FrameReply.BarrierPassed(3, 0, branch.getRef()));
  }

  @Test
  void aBarrierPassesThoughAPartitionIsNeverAtRest() {
    var branch = branch(FanoutMode.SERVING);
    join(branch);
    branch.run(frame(1, posts(1)));
    branch.run(frame(2, new Frame.Barrier(START, START)));
    branch.run(frame(3, posts(2)));
    root.expectMessage(new FrameReply.Applied(1, branch.getRef()));
    root.expectMessage(new FrameReply.Applied(3, branch.getRef()));

    branch.run(new FanoutBranch.Delivered(partition.getRef(), 1, 2, 5));

    assertThat(partition.getAllReceived()).endsWith(new FeedPartition.Advance(2));
    root.expectMessage(new FrameReply.BarrierPassed(2, 5, branch.getRef()));
  }

  @Test
  void aPartitionThatIsSlowIsToldOnceAgainAtMost() {
    var branch = branch(FanoutMode.SERVING);
    join(branch);
    for (int i = 1; i <= 10; i++) {
      branch.run(frame(i, posts(i)));
    }

    assertThat(root.getAllReceived()).hasSize(10);
    assertThat(advance()).isEqualTo(1);
    assertThat(advance()).isEqualTo(2);
    assertThat(partition.hasMessages()).isFalse();
    branch.run(new FanoutBranch.Delivered(partition.getRef(), 2, 2, 0));
    assertThat(advance()).isEqualTo(10);
  }

  @Test
  void aLostFrameFailsARun() {
    var branch = branch(FanoutMode.RUN);
    branch.run(frame(1, posts()));

    assertThatIllegalStateException()
        .isThrownBy(() -> branch.run(frame(3, posts())))
        .withMessageContaining("1 frames of root 1 before 3 did not come");
  }

  @Test
  void aLostFrameIsLeftToTheJournalsTail() {
    var branch = branch(FanoutMode.SERVING);
    TestInbox<Done> done = TestInbox.create();
    join(branch);
    branch.run(frame(1, posts()));
    branch.run(frame(3, posts()));
    assertThat(branch.getAllLogEntries())
        .extracting(CapturedLogEvent::message)
        .containsExactly(
            "1 frames of root 1 before 3 did not come; the journal's tail brings posts and withdrawals among them");

    var lost = post(1, 1);
    branch.run(
        new FanoutBranch.Hear(
            new PublicFact.Batch(
                List.of(new PublicFact.Published(lost, 1, STORED)), done.getRef())));
    done.expectMessage(Done.getInstance());

    assertThat(rows()).containsExactly(lost.id().value());
    assertThat(table.acknowledgedMicros((int) table.rowOf(1)))
        .isEqualTo(STORED.toEpochMilli() * 1_000);
    assertThat(advance()).isEqualTo(1);
  }

  @Test
  void aRootThatStartsAgainLosesNothing() {
    var branch = branch(FanoutMode.RUN);
    branch.run(frame(1, posts(1)));
    branch.run(frame(2, posts(2)));
    branch.run(frame(1, posts(3)));
    branch.run(frame(2, posts(4)));
    assertThat(root.getAllReceived()).hasSize(4);

    branch.run(frame(3, new Frame.Barrier(START, START)));

    assertThat(rows()).containsExactly(1L, 2L, 3L, 4L);
  }

  private static PublicFact published(long id) {
    return new PublicFact.Published(post(id, 1), 1, STORED);
  }

  private void hear(BehaviorTestKit<FanoutBranch.Command> branch, PublicFact... facts) {
    TestInbox<Done> done = TestInbox.create();
    branch.run(new FanoutBranch.Hear(new PublicFact.Batch(List.of(facts), done.getRef())));
    done.expectMessage(Done.getInstance());
  }

  @Test
  void decisionsFindThePostsThatCameBeforeThemInTheSameBatch() {
    var branch =
        BehaviorTestKit.create(
            FanoutBranch.create(table, Tree.settings("withdrawn-kept = 1"), FanoutMode.SERVING, 1));
    var facts = new ArrayList<PublicFact>();
    for (long id = 1; id <= 10; id++) {
      facts.add(published(id));
      facts.add(new PublicFact.StatusChanged(new ItemId(id), ItemStatus.DELETED, START));
    }

    hear(branch, facts.toArray(PublicFact[]::new));

    assertThat(rows()).hasSize(10);
    assertThat(rows()).noneMatch(id -> table.isLive((int) table.rowOf(id)));
  }

  @Test
  void anOlderDecisionThatTheTailRepeatsChangesNothing() {
    var branch = branch(FanoutMode.SERVING);
    var item = new ItemId(1);
    hear(branch, published(1));
    branch.run(frame(1, new Frame.Status(item, ItemStatus.LIVE, START.plusSeconds(1))));
    branch.run(frame(2, new Frame.Status(item, ItemStatus.REMOVED, START.plusSeconds(2))));

    hear(branch, new PublicFact.StatusChanged(item, ItemStatus.LIVE, START.plusSeconds(1)));

    assertThat(table.status((int) table.rowOf(1))).isEqualTo(ItemStatus.REMOVED);
  }
}
