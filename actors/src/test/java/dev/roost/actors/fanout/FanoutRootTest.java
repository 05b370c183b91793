package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.post;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.Effect;
import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.Behavior;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FanoutRootTest {

  private static final FanoutSettings SETTINGS =
      Tree.settings("batch-posts = 3, batch-window = 3 ms, window-frames = 2");
  private static final Instant STORED = History.START.plusNanos(1_234_567);
  private static final ItemId ITEM = new ItemId(7);

  private final TestInbox<FanoutBranch.Command> here = TestInbox.create("here");
  private final TestInbox<FanoutBranch.Command> there = TestInbox.create("there");
  private final TestInbox<UserEntity.Reply> author = TestInbox.create();
  private final BehaviorTestKit<FanoutRoot.Command> serving = root(FanoutMode.SERVING);

  private BehaviorTestKit<FanoutRoot.Command> root(FanoutMode mode) {
    Behavior<FanoutRoot.Command> root =
        FanoutRoot.create(5, List.of(here.getRef(), there.getRef()), SETTINGS, mode);
    return BehaviorTestKit.create(root);
  }

  private static void publish(BehaviorTestKit<FanoutRoot.Command> root, long... ids) {
    for (long id : ids) {
      root.run(new FanoutRoot.Publish(post(id, 1), STORED));
    }
  }

  private static Frame next(TestInbox<FanoutBranch.Command> branch) {
    return (Frame) branch.receiveMessage();
  }

  private static List<Long> posts(Frame frame) {
    return ((Frame.Posts) frame.body())
        .posts().stream().map(each -> each.post().id().value()).toList();
  }

  private void answer(Frame frame, TestInbox<FanoutBranch.Command> by) {
    frame.replyTo().tell(new FrameReply.Applied(frame.sequence(), by.getRef()));
    runAll(serving);
  }

  /// Has the root take in what was sent to it.
  private static void runAll(BehaviorTestKit<FanoutRoot.Command> root) {
    while (root.selfInbox().hasMessages()) {
      root.runOne();
    }
  }

  /// Lets the time pass until the timer that a root started last rings.
  private static Duration ring(BehaviorTestKit<FanoutRoot.Command> root) {
    var timer =
        root.getAllEffects().stream()
            .filter(effect -> effect instanceof Effect.TimerScheduled<?>)
            .map(effect -> (Effect.TimerScheduled<?>) effect)
            .reduce((_, last) -> last)
            .orElseThrow();
    timer.send().apply();
    runAll(root);
    return timer.duration();
  }

  @Test
  void fullBatchesLeaveAtOnceForEveryBranch() {
    publish(serving, 1, 2, 3, 4);

    var frame = next(here);
    assertThat(posts(frame)).containsExactly(1L, 2L, 3L);
    assertThat(frame.sender()).isEqualTo(5);
    assertThat(frame.sequence()).isEqualTo(1);
    assertThat(next(there)).isEqualTo(frame);
    assertThat(here.hasMessages()).isFalse();
  }

  @Test
  void framesTellWhenPostsWereAcknowledgedToAMicrosecond() {
    publish(serving, 1, 2, 3);

    assertThat(((Frame.Posts) next(here).body()).posts())
        .extracting(each -> Instant.EPOCH.plus(each.acknowledgedMicros(), ChronoUnit.MICROS))
        .containsOnly(History.START.plusNanos(1_234_000));
  }

  @Test
  void theRestLeavesWhenTheWindowCloses() {
    publish(serving, 1, 2, 3, 4);
    next(here);

    assertThat(ring(serving)).isEqualTo(Duration.ofMillis(3));

    assertThat(posts(next(here))).containsExactly(4L);
  }

  @Test
  void inVirtualTimeOnlyAFlushClosesABatch() {
    var root = root(FanoutMode.RUN);
    TestInbox<FanoutRoot.Flushed> flushed = TestInbox.create();
    publish(root, 1, 2, 3, 4);
    assertThat(here.hasMessages()).isFalse();
    assertThat(root.getAllEffects()).doesNotHaveAnyElementsOfTypes(Effect.TimerScheduled.class);

    root.run(new FanoutRoot.Flush(History.START, History.START, flushed.getRef()));

    assertThat(posts(next(here))).containsExactly(1L, 2L, 3L);
    assertThat(posts(next(here))).containsExactly(4L);
    var barrier = next(here);
    assertThat(barrier.body()).isEqualTo(new Frame.Barrier(History.START, History.START));
    barrier.replyTo().tell(new FrameReply.BarrierPassed(3, 40, here.getRef()));
    runAll(root);
    assertThat(flushed.hasMessages()).isFalse();
    barrier.replyTo().tell(new FrameReply.BarrierPassed(3, 2, there.getRef()));
    runAll(root);
    assertThat(flushed.receiveMessage()).isEqualTo(new FanoutRoot.Flushed(42));
  }

  @Test
  void confirmsAWithdrawalOnceWhenEveryBranchHas() {
    serving.run(new FanoutRoot.Withdraw(ITEM, ItemStatus.DELETED, STORED, author.getRef()));
    var frame = next(here);
    assertThat(frame.body()).isEqualTo(new Frame.Status(ITEM, ItemStatus.DELETED, STORED));

    answer(frame, here);
    answer(frame, here);
    assertThat(author.hasMessages()).isFalse();
    answer(frame, there);

    author.expectMessage(new UserEntity.Accepted());
    ring(serving);
    assertThat(author.hasMessages()).isFalse();
  }

  @Test
  void confirmsAWithdrawalAfterTwoSecondsWithoutASilentBranch() {
    serving.run(new FanoutRoot.Withdraw(ITEM, ItemStatus.DELETED, STORED, author.getRef()));
    answer(next(here), here);
    assertThat(author.hasMessages()).isFalse();

    assertThat(ring(serving)).isEqualTo(Duration.ofSeconds(2));

    author.expectMessage(new UserEntity.Accepted());
  }

  @Test
  void postsLeaveBeforeTheirWithdrawal() {
    publish(serving, 7);

    serving.run(new FanoutRoot.Withdraw(ITEM, ItemStatus.DELETED, STORED, author.getRef()));

    assertThat(posts(next(here))).containsExactly(7L);
    assertThat(next(here).body()).isInstanceOf(Frame.Status.class);
  }

  @Test
  void sparesABranchThatIsBehindUntilItHasAnswered() {
    publish(serving, 1, 2, 3, 4, 5, 6);
    answer(next(here), here);
    answer(next(here), here);
    next(there);
    var unanswered = next(there);

    publish(serving, 11, 12, 13);
    assertThat(posts(next(here))).containsExactly(11L, 12L, 13L);
    assertThat(there.hasMessages()).isFalse();
    serving.run(new FanoutRoot.Withdraw(ITEM, ItemStatus.REMOVED, STORED, author.getRef()));
    var withdrawal = next(there); // must arrive, however far behind
    assertThat(withdrawal.sequence()).isEqualTo(4);

    answer(unanswered, there);
    answer(withdrawal, there);
    publish(serving, 21, 22, 23);
    assertThat(posts(next(there))).containsExactly(21L, 22L, 23L);
  }

  @Test
  void aBranchThatCaughtUpHasItsWholeWindowAgain() {
    publish(serving, 1, 2, 3, 4, 5, 6);
    next(there);
    var unanswered = next(there);
    answer(next(here), here);
    for (int id = 11; id < 100; id += 3) { // `there` is behind
      answer(next(here), here);
      publish(serving, id, id + 1, id + 2);
    }
    answer(next(here), here);
    assertThat(there.hasMessages()).isFalse();

    answer(unanswered, there);
    serving.run(new FanoutRoot.Withdraw(ITEM, ItemStatus.REMOVED, STORED, author.getRef()));
    publish(serving, 101, 102, 103);

    assertThat(next(there).body()).isInstanceOf(Frame.Status.class);
    assertThat(posts(next(there))).containsExactly(101L, 102L, 103L);
  }

  private static FanoutRoot.Publicise totals(int first, int items, int likes) {
    return new FanoutRoot.Publicise(
        IntStream.range(first, first + items)
            .mapToObj(
                item ->
                    new FanoutRoot.Totals(
                        new ItemId(item), ItemCounts.of(0, 0, 0, likes, 0, 0, 0, 0)))
            .toList());
  }

  private static List<FanoutRoot.Totals> totals(Frame frame) {
    return ((Frame.TotalsOf) frame.body()).totals();
  }

  @Test
  void cutsTotalsIntoFrames() {
    serving.run(totals(0, 1_025, 1));

    assertThat(totals(next(here))).hasSize(1_024);
    assertThat(totals(next(here))).hasSize(1);
  }

  @Test
  void totalsComeAtThePaceOfTheBranchesAndNoneIsLost() {
    serving.run(totals(0, 1_024 * 20, 1));
    var received = new ArrayList<FanoutRoot.Totals>();

    while (here.hasMessages()) {
      var waiting = here.getAllReceived();
      assertThat(waiting).hasSizeLessThanOrEqualTo(SETTINGS.windowFrames());
      for (var each : waiting) {
        received.addAll(totals((Frame) each));
        answer((Frame) each, here);
        answer(next(there), there);
      }
    }

    assertThat(received).containsExactlyElementsOf(totals(0, 1_024 * 20, 1).totals());
  }

  @Test
  void aBranchThatWasBehindGetsTheTotalsItMissed() {
    publish(serving, 1, 2, 3, 4, 5, 6);
    next(there);
    var unanswered = next(there);
    answer(next(here), here);
    answer(next(here), here);
    publish(serving, 7, 8, 9);
    answer(next(here), here);
    serving.run(totals(0, 5, 1));
    assertThat(totals(next(here))).hasSize(5);
    serving.run(totals(2, 1, 2));
    answer(next(here), here);
    assertThat(there.hasMessages()).isFalse();

    answer(unanswered, there);

    assertThat(totals(next(there)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(totals(0, 2, 1), totals(2, 1, 2), totals(3, 2, 1))
                .flatMap(each -> each.totals().stream())
                .toList());
  }
}
