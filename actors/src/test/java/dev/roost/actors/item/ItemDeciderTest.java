package dev.roost.actors.item;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.actors.Gen;
import dev.roost.actors.entity.Decision;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ItemDeciderTest {

  private static final ItemId ITEM = new ItemId(4);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LONG = Duration.ofDays(1);

  private final TestInbox<ItemEntity.Reply> asker = TestInbox.create();
  private final TestInbox<UserEntity.Reply> moderator = TestInbox.create();
  private final ItemDecider decider =
      new ItemDecider(ITEM, new ItemSettings(3, LONG, 1, LONG, LONG));

  private final class Life {
    private final List<ItemEvent> events = new ArrayList<>();
    private ItemState state = decider.empty();

    Decision<ItemEvent, ItemState, ItemEffect> send(ItemEntity.Command command) {
      var decision = decider.decide(state, command);
      state = decision.replacement().orElse(state);
      for (var event : decision.events()) {
        state = decider.after(state, event);
        events.add(event);
      }
      return decision;
    }

    ItemState replayed() {
      var from = decider.empty();
      for (var event : events) {
        from = decider.after(from, event);
      }
      return from;
    }
  }

  private ItemEntity.Add add(ItemCounts base, int likes) {
    return new ItemEntity.Add(base, likes(likes), asker.getRef());
  }

  private static ItemCounts likes(int likes) {
    return ItemCounts.of(0, 0, 0, likes, 0, 0, 0, 0);
  }

  private ItemEntity.Moderate moderate(ItemStatus status) {
    return new ItemEntity.Moderate(status, "mod", "spam", START, moderator.getRef());
  }

  private ItemEntity.Command anyCommand(Gen gen) {
    return switch (gen.whole(0, 5)) {
      case 0 -> moderate(ItemStatus.values()[gen.whole(0, 3)]);
      case 1 -> new ItemEntity.Settle();
      case 2 -> new ItemEntity.Inspect(asker.getRef());
      default -> add(ItemCounts.zero(), gen.whole(0, 9));
    };
  }

  @Test
  void totalsAreTheSumOfWhatWasAdded() {
    forAll(
        gen -> {
          var life = new Life();
          int sum = 0;
          for (int i = 0; i < 50; i++) {
            var command = anyCommand(gen);
            sum += command instanceof ItemEntity.Add(_, var delta, _) ? delta.toArray()[3] : 0;
            life.send(command);
          }
          assertThat(life.state.totals()).isEqualTo(likes(sum));
        });
  }

  @Test
  void replayLosesNoDecisionAndLessThanACheckpointOfAdditions() {
    forAll(
        gen -> {
          var life = new Life();
          for (int i = 0; i < 50; i++) {
            life.send(anyCommand(gen));
            assertThat(life.state.unsaved()).isLessThan(3);
            assertThat(life.replayed().moderated()).isEqualTo(life.state.moderated());
          }
          life.send(new ItemEntity.Settle());
          assertThat(life.replayed()).isEqualTo(life.state);
        });
  }

  @Test
  void settlingStoresOnlyWhatIsNotStored() {
    var life = new Life();
    assertThat(life.send(new ItemEntity.Settle()).events()).isEmpty();

    life.send(add(ItemCounts.zero(), 2));

    assertThat(life.send(new ItemEntity.Settle()).events())
        .containsExactly(new ItemEvent.Checkpointed(likes(2)));
    assertThat(life.send(new ItemEntity.Settle()).events()).isEmpty();
  }

  @Test
  void aRecountRaisesTotalsAndNeverLowersThem() {
    var life = new Life();
    life.send(add(likes(10), 1));
    assertThat(life.state.totals()).isEqualTo(likes(11));

    life.send(add(likes(5), 1));
    assertThat(life.state.totals()).isEqualTo(likes(12));
  }

  @Test
  void aModerationIsStoredOnceAndToldEachTimeAndALaterOneHasALaterTime() {
    var life = new Life();
    var told =
        new ItemEffect.ToRoot(
            new FanoutRoot.Withdraw(ITEM, ItemStatus.REMOVED, START, moderator.getRef()));

    assertThat(life.send(moderate(ItemStatus.REMOVED)).effects()).containsExactly(told);
    assertThat(life.send(moderate(ItemStatus.REMOVED)).effects()).containsExactly(told);
    life.send(moderate(ItemStatus.LIVE));

    assertThat(life.events)
        .containsExactly(
            new ItemEvent.Moderated(ITEM, ItemStatus.REMOVED, "mod", "spam", START),
            new ItemEvent.Moderated(ITEM, ItemStatus.LIVE, "mod", "spam", START.plusMillis(1)));
  }

  @Test
  void aModeratorCannotDelete() {
    var decision = new Life().send(moderate(ItemStatus.DELETED));

    assertThat(decision.events()).isEmpty();
    assertThat(decision.effects().getFirst())
        .isInstanceOfSatisfying(
            ItemEffect.Refuse.class,
            refuse -> assertThat(refuse.reply().why()).contains("removes"));
  }
}
