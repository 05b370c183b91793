package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.RootAndInboxes.next;
import static dev.roost.actors.fanout.RootAndInboxes.posts;
import static dev.roost.actors.fanout.RootAndInboxes.totals;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.Effect;
import akka.actor.testkit.typed.javadsl.TestInbox;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

final class FanoutRootTest {

  private final RootAndInboxes tree = new RootAndInboxes(FanoutMode.SERVING);

  @Test
  void fullBatchesLeaveAtOnceForEveryBranch() {
    tree.publish(1, 2, 3, 4);

    var frame = next(tree.here);
    assertThat(posts(frame)).containsExactly(1L, 2L, 3L);
    assertThat(frame.sender()).isEqualTo(5);
    assertThat(frame.sequence()).isEqualTo(1);
    assertThat(next(tree.there)).isEqualTo(frame);
    assertThat(tree.here.hasMessages()).isFalse();
  }

  @Test
  void framesTellWhenPostsWereAcknowledgedToAMicrosecond() {
    tree.publish(1, 2, 3);

    assertThat(((Frame.Posts) next(tree.here).body()).posts())
        .extracting(each -> Instant.EPOCH.plus(each.acknowledgedMicros(), ChronoUnit.MICROS))
        .containsOnly(History.START.plusNanos(1_234_000));
  }

  @Test
  void theRestLeavesWhenTheWindowCloses() {
    tree.publish(1, 2, 3, 4);
    next(tree.here);

    assertThat(tree.ring()).isEqualTo(Duration.ofMillis(3));

    assertThat(posts(next(tree.here))).containsExactly(4L);
  }

  @Test
  void inVirtualTimeOnlyAFlushClosesABatch() {
    var run = new RootAndInboxes(FanoutMode.RUN);
    TestInbox<FanoutRoot.Flushed> flushed = TestInbox.create();
    run.publish(1, 2, 3, 4);
    assertThat(run.here.hasMessages()).isFalse();
    assertThat(run.root.getAllEffects()).doesNotHaveAnyElementsOfTypes(Effect.TimerScheduled.class);

    run.root.run(new FanoutRoot.Flush(History.START, History.START, flushed.getRef()));

    assertThat(posts(next(run.here))).containsExactly(1L, 2L, 3L);
    assertThat(posts(next(run.here))).containsExactly(4L);
    var barrier = next(run.here);
    assertThat(barrier.body()).isEqualTo(new Frame.Barrier(History.START, History.START));
    run.pass(barrier, 40, run.here);
    assertThat(flushed.hasMessages()).isFalse();
    run.pass(barrier, 2, run.there);
    assertThat(flushed.receiveMessage()).isEqualTo(new FanoutRoot.Flushed(42));
  }

  @Test
  void cutsTotalsIntoFrames() {
    tree.root.run(totals(0, 1_025, 1));

    assertThat(totals(next(tree.here))).hasSize(1_024);
    assertThat(totals(next(tree.here))).hasSize(1);
  }
}
