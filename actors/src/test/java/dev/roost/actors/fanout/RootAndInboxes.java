package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.post;

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
import java.util.List;
import java.util.stream.IntStream;

/// A root for tests, with two branches that answer when the test says so.
final class RootAndInboxes {

  static final FanoutSettings SETTINGS =
      Tree.settings("batch-posts = 3, batch-window = 3 ms, window-frames = 2");
  static final int ITEMS = 1_024 * 32;
  static final Instant STORED = History.START.plusNanos(1_234_567);
  static final ItemId ITEM = new ItemId(7);

  final TestInbox<FanoutBranch.Command> here = TestInbox.create("here");
  final TestInbox<FanoutBranch.Command> there = TestInbox.create("there");
  final TestInbox<UserEntity.Reply> author = TestInbox.create();
  final BehaviorTestKit<FanoutRoot.Command> root;

  RootAndInboxes(FanoutMode mode) {
    Behavior<FanoutRoot.Command> behavior =
        FanoutRoot.create(5, List.of(here.getRef(), there.getRef()), SETTINGS, mode, ITEMS);
    root = BehaviorTestKit.create(behavior);
  }

  void publish(long... ids) {
    for (long id : ids) {
      root.run(new FanoutRoot.Publish(post(id, 1), STORED));
    }
  }

  void withdraw(ItemStatus status) {
    root.run(new FanoutRoot.Withdraw(ITEM, status, STORED, author.getRef()));
  }

  static Frame next(TestInbox<FanoutBranch.Command> branch) {
    return (Frame) branch.receiveMessage();
  }

  static List<Long> posts(Frame frame) {
    return ((Frame.Posts) frame.body())
        .posts().stream().map(each -> each.post().id().value()).toList();
  }

  static FanoutRoot.Publicise totals(int first, int items, int likes) {
    return new FanoutRoot.Publicise(
        IntStream.range(first, first + items)
            .mapToObj(
                item ->
                    new FanoutRoot.Totals(
                        new ItemId(item), ItemCounts.of(0, 0, 0, likes, 0, 0, 0, 0)))
            .toList());
  }

  static List<FanoutRoot.Totals> totals(Frame frame) {
    return ((Frame.TotalsOf) frame.body()).totals();
  }

  void answer(Frame frame, TestInbox<FanoutBranch.Command> by) {
    frame.replyTo().tell(new FrameReply.Applied(frame.sequence(), by.getRef()));
    runAll();
  }

  void pass(Frame barrier, long deliveries, TestInbox<FanoutBranch.Command> by) {
    barrier
        .replyTo()
        .tell(new FrameReply.BarrierPassed(barrier.sequence(), deliveries, by.getRef()));
    runAll();
  }

  /// Has the root take in what was sent to it.
  private void runAll() {
    while (root.selfInbox().hasMessages()) {
      root.runOne();
    }
  }

  /// Lets the time pass until the timer that a root started last rings.
  Duration ring() {
    var timer =
        root.getAllEffects().stream()
            .filter(effect -> effect instanceof Effect.TimerScheduled<?>)
            .map(effect -> (Effect.TimerScheduled<?>) effect)
            .reduce((_, last) -> last)
            .orElseThrow();
    timer.send().apply();
    runAll();
    return timer.duration();
  }
}
