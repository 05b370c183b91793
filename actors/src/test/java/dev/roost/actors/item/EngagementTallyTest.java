package dev.roost.actors.item;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemCounts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EngagementTallyTest {

  private static final int IN_FLIGHT = 3;
  private static final Duration LONG = Duration.ofDays(1);

  private final TestInbox<FanoutRoot.Command> root = TestInbox.create();
  private final TestInbox<EngagementTally.Flushed> driver = TestInbox.create();
  private final TestInbox<ItemEntity.Command> items = TestInbox.create();
  private final Deque<ItemId> addressed = new ArrayDeque<>(); // in the order of `items`
  private final TreeMap<ItemId, ItemCounts> totals = new TreeMap<>();
  private final BehaviorTestKit<EngagementTally.Command> tally =
      BehaviorTestKit.create(
          EngagementTally.onDemand(
              item -> {
                addressed.add(item);
                return items.getRef();
              },
              root.getRef(),
              new ItemSettings(64, LONG, IN_FLIGHT, LONG, LONG)));

  private void like(long... ids) {
    for (long id : ids) {
      var like = Engagement.of(new ItemId(id), EngagementKind.LIKE, 0);
      tally.run(new EngagementTally.Add(List.of(like)));
    }
  }

  private void flush() {
    tally.run(new EngagementTally.Flush(driver.getRef()));
  }

  /// Lets one item answer.
  private void answerOne() {
    var add = (ItemEntity.Add) items.receiveMessage();
    var item = addressed.remove();
    var sum = totals.merge(item, add.base().plus(add.delta()), (old, _) -> old.plus(add.delta()));
    add.replyTo().tell(new ItemEntity.Counted(item, sum));
    tally.runOne();
  }

  private void answerAll() {
    while (items.hasMessages()) {
      answerOne();
    }
  }

  private static ItemCounts likes(int likes) {
    return ItemCounts.of(0, 0, 0, likes, 0, 0, 0, 0);
  }

  private static FanoutRoot.Totals total(long item, int likes) {
    return new FanoutRoot.Totals(new ItemId(item), likes(likes));
  }

  @Test
  void anEmptyFlushIsAnsweredAtOnce() {
    flush();

    assertThat(driver.receiveMessage()).isEqualTo(new EngagementTally.Flushed(0));
    assertThat(root.hasMessages()).isFalse();
  }

  @Test
  void totalsArePublishedInOrderBeforeTheAnswer() {
    like(5, -4, 3, 5);
    flush();
    answerAll();

    assertThat(root.getAllReceived())
        .containsExactly(new FanoutRoot.Publicise(List.of(total(3, 1), total(5, 2), total(-4, 1))));
    assertThat(driver.getAllReceived()).containsExactly(new EngagementTally.Flushed(3));
  }

  @Test
  void noMoreThanTheSettingIsUnanswered() {
    like(1, 2, 3, 4, 5);
    flush();

    assertThat(addressed).hasSize(IN_FLIGHT);
    answerOne();
    assertThat(addressed).hasSize(IN_FLIGHT);
    answerAll();
    assertThat(driver.getAllReceived()).containsExactly(new EngagementTally.Flushed(5));
  }

  @Test
  void aFlushDuringAFlightCountsWhatCameBetween() {
    like(1);
    flush();
    like(1, 2);
    flush();
    answerOne();

    assertThat(driver.getAllReceived()).containsExactly(new EngagementTally.Flushed(1));
    answerAll();
    assertThat(driver.getAllReceived()).containsExactly(new EngagementTally.Flushed(2));
    assertThat(totals).containsEntry(new ItemId(1), likes(2));
  }

  @Test
  void recountedTotalsArePublishedAndGivenToAnItemOnce() {
    var counted = new CountsByItem();
    counted.add(List.of(Engagement.of(new ItemId(1), EngagementKind.LIKE, 0)));
    tally.run(new EngagementTally.Restore(counted));
    assertThat(root.getAllReceived())
        .containsExactly(new FanoutRoot.Publicise(List.of(total(1, 1))));

    for (int round = 0; round < 2; round++) {
      like(1);
      flush();
      var add = (ItemEntity.Add) items.receiveMessage();
      assertThat(add.base()).isEqualTo(round == 0 ? likes(1) : ItemCounts.zero());
      add.replyTo().tell(new ItemEntity.Counted(addressed.remove(), likes(2 + round)));
      tally.runOne();
    }
  }

  @Test
  void nothingIsLostOrCountedTwice() {
    forAll(
        gen -> {
          var bench = new EngagementTallyTest();
          var expected = new TreeMap<ItemId, ItemCounts>();
          for (int i = 0; i < 60; i++) {
            switch (gen.whole(0, 4)) {
              case 0 -> bench.flush();
              case 1 -> {
                if (bench.items.hasMessages()) {
                  bench.answerOne();
                }
              }
              default -> {
                var item = new ItemId(gen.whole(0, 6));
                bench.like(item.value());
                expected.merge(item, likes(1), ItemCounts::plus);
              }
            }
          }
          bench.flush();
          bench.answerAll();

          assertThat(bench.totals).isEqualTo(expected);
        });
  }
}
