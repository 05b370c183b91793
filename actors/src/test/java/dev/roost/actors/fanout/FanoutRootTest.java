package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class FanoutRootTest {

  private static final ActorTestKit KIT = ActorTestKit.create(ManualTime.config());
  private static final FanoutSettings SETTINGS =
      Tree.settings("batch-posts = 3, batch-window = 3 ms, window-frames = 2");
  private static final ItemId ITEM = new ItemId(7);

  private final ManualTime time = ManualTime.get(KIT.system());
  private final TestProbe<FanoutBranch.Command> here = KIT.createTestProbe();
  private final TestProbe<FanoutBranch.Command> there = KIT.createTestProbe();
  private final TestProbe<UserEntity.Reply> author = KIT.createTestProbe();

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  private ActorRef<FanoutRoot.Command> root(FanoutMode mode) {
    return KIT.spawn(FanoutRoot.create(5, List.of(here.getRef(), there.getRef()), SETTINGS, mode));
  }

  private static Post post(long id) {
    return new Post(
        new ItemId(id), new UserId(1), History.START, "", "en", MediaKind.TEXT, "", null);
  }

  private static void publish(ActorRef<FanoutRoot.Command> root, long... ids) {
    for (long id : ids) {
      root.tell(new FanoutRoot.Publish(post(id)));
    }
  }

  private static Frame next(TestProbe<FanoutBranch.Command> branch) {
    return branch.expectMessageClass(Frame.class);
  }

  private static List<Long> posts(Frame frame) {
    return ((Frame.Posts) frame.body()).posts().stream().map(post -> post.id().value()).toList();
  }

  private static void answer(Frame frame, TestProbe<FanoutBranch.Command> by) {
    frame.replyTo().tell(new FrameReply.Applied(frame.sequence(), by.getRef()));
  }

  @Test
  void fullBatchesLeaveAtOnceForEveryBranch() {
    publish(root(FanoutMode.SERVING), 1, 2, 3, 4);

    var frame = next(here);
    assertThat(posts(frame)).containsExactly(1L, 2L, 3L);
    assertThat(frame.sender()).isEqualTo(5);
    assertThat(frame.sequence()).isEqualTo(1);
    assertThat(next(there)).isEqualTo(frame);
    here.expectNoMessage(Duration.ZERO);
  }

  @Test
  void theRestLeavesWhenTheWindowCloses() {
    var root = root(FanoutMode.SERVING);
    publish(root, 1, 2, 3, 4);
    next(here);

    time.timePasses(Duration.ofMillis(3));

    assertThat(posts(next(here))).containsExactly(4L);
  }

  @Test
  void inVirtualTimeOnlyAFlushClosesABatch() {
    var root = root(FanoutMode.VOLATILE_RUN);
    TestProbe<FanoutRoot.Flushed> flushed = KIT.createTestProbe();
    publish(root, 1, 2, 3, 4);
    time.expectNoMessageFor(Duration.ofSeconds(10), here);

    root.tell(new FanoutRoot.Flush(History.START, History.START, flushed.getRef()));

    assertThat(posts(next(here))).containsExactly(1L, 2L, 3L);
    assertThat(posts(next(here))).containsExactly(4L);
    var barrier = next(here);
    assertThat(barrier.body()).isEqualTo(new Frame.Barrier(History.START, History.START));
    barrier.replyTo().tell(new FrameReply.BarrierPassed(3, 40, here.getRef()));
    flushed.expectNoMessage(Duration.ZERO);
    barrier.replyTo().tell(new FrameReply.BarrierPassed(3, 2, there.getRef()));
    assertThat(flushed.receiveMessage()).isEqualTo(new FanoutRoot.Flushed(42));
  }

  @Test
  void confirmsAWithdrawalWhenEveryBranchHas() {
    root(FanoutMode.SERVING)
        .tell(new FanoutRoot.Withdraw(ITEM, ItemStatus.DELETED, author.getRef()));
    var frame = next(here);
    assertThat(frame.body()).isEqualTo(new Frame.Status(ITEM, ItemStatus.DELETED));

    answer(frame, here);
    answer(frame, here);
    author.expectNoMessage(Duration.ZERO);
    answer(frame, there);

    author.expectMessage(new UserEntity.Accepted());
    time.timePasses(Duration.ofSeconds(2));
    author.expectNoMessage(Duration.ZERO);
  }

  @Test
  void confirmsAWithdrawalAfterTwoSecondsWithoutASilentBranch() {
    root(FanoutMode.SERVING)
        .tell(new FanoutRoot.Withdraw(ITEM, ItemStatus.DELETED, author.getRef()));
    answer(next(here), here);

    time.expectNoMessageFor(Duration.ofMillis(1_999), author);
    time.timePasses(Duration.ofMillis(1));

    author.expectMessage(new UserEntity.Accepted());
  }

  @Test
  void postsLeaveBeforeTheirWithdrawal() {
    var root = root(FanoutMode.SERVING);
    publish(root, 7);

    root.tell(new FanoutRoot.Withdraw(ITEM, ItemStatus.DELETED, author.getRef()));

    assertThat(posts(next(here))).containsExactly(7L);
    assertThat(next(here).body()).isInstanceOf(Frame.Status.class);
  }

  @Test
  void sparesABranchThatIsBehindUntilItHasAnswered() {
    var root = root(FanoutMode.SERVING);
    publish(root, 1, 2, 3, 4, 5, 6);
    answer(next(here), here);
    answer(next(here), here);
    next(there);
    var unanswered = next(there);

    publish(root, 11, 12, 13);
    assertThat(posts(next(here))).containsExactly(11L, 12L, 13L);
    there.expectNoMessage(Duration.ZERO);
    root.tell(new FanoutRoot.Withdraw(ITEM, ItemStatus.REMOVED, author.getRef()));
    var withdrawal = next(there); // must arrive, however far behind
    assertThat(withdrawal.sequence()).isEqualTo(4);

    answer(unanswered, there);
    answer(withdrawal, there);
    publish(root, 21, 22, 23);
    assertThat(posts(next(there))).containsExactly(21L, 22L, 23L);
  }

  @Test
  void cutsTotalsIntoFrames() {
    var totals = new FanoutRoot.Totals(ITEM, ItemCounts.zero());
    root(FanoutMode.SERVING).tell(new FanoutRoot.Publicise(Collections.nCopies(1_025, totals)));

    assertThat(((Frame.TotalsOf) next(here).body()).totals()).hasSize(1_024);
    assertThat(((Frame.TotalsOf) next(here).body()).totals()).hasSize(1);
  }
}
