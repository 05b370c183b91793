package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.RootAndInboxes.SETTINGS;
import static dev.roost.actors.fanout.RootAndInboxes.next;
import static dev.roost.actors.fanout.RootAndInboxes.posts;
import static dev.roost.actors.fanout.RootAndInboxes.totals;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.item.ItemStatus;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FanoutRootWindowTest {

  private final RootAndInboxes tree = new RootAndInboxes(FanoutMode.SERVING);

  @Test
  void sparesABranchThatIsBehindUntilItHasAnswered() {
    tree.publish(1, 2, 3, 4, 5, 6);
    tree.answer(next(tree.here), tree.here);
    tree.answer(next(tree.here), tree.here);
    next(tree.there);
    var unanswered = next(tree.there);

    tree.publish(11, 12, 13);
    assertThat(posts(next(tree.here))).containsExactly(11L, 12L, 13L);
    assertThat(tree.there.hasMessages()).isFalse();
    tree.withdraw(ItemStatus.REMOVED);
    var withdrawal = next(tree.there); // though it is behind
    assertThat(withdrawal.sequence()).isEqualTo(4);

    tree.answer(unanswered, tree.there);
    tree.answer(withdrawal, tree.there);
    tree.publish(21, 22, 23);
    assertThat(posts(next(tree.there))).containsExactly(21L, 22L, 23L);
  }

  @Test
  void aBranchThatCaughtUpHasItsWholeWindowAgain() {
    tree.publish(1, 2, 3, 4, 5, 6);
    next(tree.there);
    var unanswered = next(tree.there);
    tree.answer(next(tree.here), tree.here);
    for (int id = 11; id < 100; id += 3) { // `there` is behind
      tree.answer(next(tree.here), tree.here);
      tree.publish(id, id + 1, id + 2);
    }
    tree.answer(next(tree.here), tree.here);
    assertThat(tree.there.hasMessages()).isFalse();

    tree.answer(unanswered, tree.there);
    tree.withdraw(ItemStatus.REMOVED);
    tree.publish(101, 102, 103);

    assertThat(next(tree.there).body()).isInstanceOf(Frame.Status.class);
    assertThat(posts(next(tree.there))).containsExactly(101L, 102L, 103L);
  }

  @Test
  void totalsComeAtThePaceOfTheBranchesAndNoneIsLost() {
    tree.root.run(totals(0, 1_024 * 20, 1));
    var received = new ArrayList<FanoutRoot.Totals>();

    while (tree.here.hasMessages()) {
      var waiting = tree.here.getAllReceived();
      assertThat(waiting).hasSizeLessThanOrEqualTo(SETTINGS.windowFrames());
      for (var each : waiting) {
        received.addAll(totals((Frame) each));
        tree.answer((Frame) each, tree.here);
        tree.answer(next(tree.there), tree.there);
      }
    }

    assertThat(received).containsExactlyElementsOf(totals(0, 1_024 * 20, 1).totals());
  }

  @Test
  void aBranchThatWasBehindGetsTheTotalsItMissed() {
    tree.publish(1, 2, 3, 4, 5, 6);
    next(tree.there);
    var unanswered = next(tree.there);
    tree.answer(next(tree.here), tree.here);
    tree.answer(next(tree.here), tree.here);
    tree.publish(7, 8, 9);
    tree.answer(next(tree.here), tree.here);
    tree.root.run(totals(0, 5, 1));
    assertThat(totals(next(tree.here))).hasSize(5);
    tree.root.run(totals(2, 1, 2));
    tree.answer(next(tree.here), tree.here);
    assertThat(tree.there.hasMessages()).isFalse();

    tree.answer(unanswered, tree.there);

    assertThat(totals(next(tree.there)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(totals(0, 2, 1), totals(2, 1, 2), totals(3, 2, 1))
                .flatMap(each -> each.totals().stream())
                .toList());
  }

  @Test
  void aBranchThatNeverAnswersIsSentTwoWindowsAtMost() {
    TestInbox<FanoutRoot.Flushed> flushed = TestInbox.create();
    for (int i = 0; i < 20; i++) {
      tree.publish(i, 100 + i, 200 + i);
      tree.withdraw(ItemStatus.REMOVED);
      tree.root.run(new FanoutRoot.Flush(History.START, History.START, flushed.getRef()));
      tree.root.run(totals(i, 1, 1));
      tree.here.getAllReceived().forEach(frame -> tree.answer((Frame) frame, tree.here));
    }

    assertThat(tree.there.getAllReceived()).hasSize(2 * SETTINGS.windowFrames());
  }

  @Test
  void aBranchThatIsTooFarBehindIsLeftToTheTailAndTheDeadline() {
    for (int i = 0; i < 2 * SETTINGS.windowFrames(); i++) {
      tree.withdraw(ItemStatus.REMOVED);
      tree.answer(next(tree.here), tree.here);
      next(tree.there);
      tree.ring();
      tree.author.receiveMessage();
    }
    TestInbox<FanoutRoot.Flushed> flushed = TestInbox.create();

    tree.root.run(new FanoutRoot.Flush(History.START, History.START, flushed.getRef()));
    tree.pass(next(tree.here), 3, tree.here);
    assertThat(flushed.receiveMessage()).isEqualTo(new FanoutRoot.Flushed(3));
    assertThat(tree.there.hasMessages()).isFalse();

    tree.withdraw(ItemStatus.LIVE);
    tree.answer(next(tree.here), tree.here);
    assertThat(tree.author.hasMessages()).isFalse();
    tree.ring();
    tree.author.expectMessage(new UserEntity.Accepted());
    assertThat(tree.there.hasMessages()).isFalse();
  }
}
