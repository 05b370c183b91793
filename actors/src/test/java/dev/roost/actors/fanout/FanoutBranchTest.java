package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import akka.Done;
import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.actors.journal.PublicFact;
import dev.roost.model.item.ItemTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FanoutBranchTest {

  private static final FanoutSettings SETTINGS = Tree.settings("");

  private final ItemTable table = new ItemTable(1 << 12, 1);
  private final TestInbox<FrameReply> root = TestInbox.create();
  private final TestInbox<FeedPartition.Command> partition = TestInbox.create();
  private final TestInbox<FanoutBranch.Readiness> asked = TestInbox.create();

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

  private FanoutBranch.Readiness readiness(BehaviorTestKit<FanoutBranch.Command> branch) {
    branch.run(new FanoutBranch.AskReadiness(asked.getRef()));
    return asked.receiveMessage();
  }

  private List<Long> rows() {
    return IntStream.range(table.oldest(), table.published()).mapToObj(table::id).toList();
  }

  @Test
  void answersABarrierOnlyWhenEveryInboxHasIt() {
    var branch = branch(FanoutMode.RUN);
    branch.run(
        frame(1, new Frame.Posts(IntStream.range(1, 11).mapToObj(id -> post(id, 1)).toList())));
    root.expectMessage(new FrameReply.Applied(1, branch.getRef()));
    branch.run(frame(2, new Frame.Barrier(START, START)));
    assertThat(root.hasMessages()).isFalse();
    assertThat(readiness(branch).ready()).isFalse(); // the partition has yet to join

    join(branch);

    root.expectMessage(new FrameReply.BarrierPassed(2, 0, branch.getRef()));
    assertThat(readiness(branch).ready()).isTrue();
  }

  @Test
  void aPartitionThatIsSlowIsToldOnceAgainAtMost() {
    var branch = branch(FanoutMode.SERVING);
    join(branch);
    var posts = IntStream.range(1, 11).mapToObj(id -> post(id, 1)).toList();
    for (int i = 0; i < 10; i++) {
      branch.run(frame(i + 1, new Frame.Posts(posts.subList(i, i + 1))));
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
    branch.run(frame(1, new Frame.Posts(List.of())));

    assertThatIllegalStateException()
        .isThrownBy(() -> branch.run(frame(3, new Frame.Posts(List.of()))))
        .withMessageContaining("1 frames of root 1 before 3 did not come");
  }

  @Test
  void aLostFrameIsLeftToTheJournalsTail() {
    var branch = branch(FanoutMode.SERVING);
    TestInbox<Done> done = TestInbox.create();
    join(branch);
    branch.run(frame(1, new Frame.Posts(List.of())));
    branch.run(frame(3, new Frame.Posts(List.of())));
    assertThat(readiness(branch)).isEqualTo(new FanoutBranch.Readiness(false, 1));

    var lost = post(1, 1);
    branch.run(
        new FanoutBranch.Hear(
            new PublicFact.Batch(List.of(new PublicFact.Published(lost, 1)), done.getRef())));
    done.expectMessage(Done.getInstance());
    branch.run(new FanoutBranch.Hear(new PublicFact.CaughtUp()));

    assertThat(rows()).containsExactly(lost.id().value());
    assertThat(advance()).isEqualTo(1);
    assertThat(readiness(branch)).isEqualTo(new FanoutBranch.Readiness(true, 1));
  }

  @Test
  void aRootThatStartsAgainLosesNothing() {
    var branch = branch(FanoutMode.RUN);
    branch.run(frame(1, new Frame.Posts(List.of(post(1, 1)))));
    branch.run(frame(2, new Frame.Posts(List.of(post(2, 1)))));
    branch.run(frame(1, new Frame.Posts(List.of(post(3, 1)))));
    branch.run(frame(2, new Frame.Posts(List.of(post(4, 1)))));
    assertThat(root.getAllReceived()).hasSize(4);

    branch.run(frame(3, new Frame.Barrier(START, START)));

    assertThat(rows()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(readiness(branch).missing()).isZero();
  }
}
