package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static dev.roost.actors.fanout.History.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import akka.Done;
import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
    deliver(branch);
  }

  private void deliver(BehaviorTestKit<FanoutBranch.Command> branch) {
    branch.run(new FanoutBranch.Delivered(partition.getRef(), advance(), 1, 0));
  }

  private int advance() {
    return ((FeedPartition.Advance) partition.receiveMessage()).end();
  }

  private FanoutBranch.Readiness readiness(BehaviorTestKit<FanoutBranch.Command> branch) {
    branch.run(new FanoutBranch.AskReadiness(asked.getRef()));
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
    branch.run(
        frame(
            1, new Frame.Posts(IntStream.range(1, 11).mapToObj(FanoutBranchTest::post).toList())));
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
    var posts = IntStream.range(1, 11).mapToObj(FanoutBranchTest::post).toList();
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
    var branch = branch(FanoutMode.VOLATILE_RUN);
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

    var lost = post(1);
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
    var branch = branch(FanoutMode.VOLATILE_RUN);
    branch.run(frame(1, new Frame.Posts(List.of())));
    branch.run(frame(2, new Frame.Posts(List.of())));
    branch.run(frame(1, new Frame.Posts(List.of())));
    branch.run(frame(2, new Frame.Posts(List.of())));

    assertThat(root.getAllReceived()).hasSize(4);
    assertThat(readiness(branch).missing()).isZero();
  }
}
