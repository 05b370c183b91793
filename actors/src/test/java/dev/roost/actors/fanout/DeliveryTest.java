package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DeliveryTest {

  private static final int FOLLOWERS = 1_000;
  private static final int SLICE = 64;
  private static final Relations FOLLOWS = Relations.none().after(RelationChange.FOLLOW, 50);

  private final ItemTable table = new ItemTable(1 << 10, 1);
  private final ActiveReaders readers =
      new ActiveReaders(table, Tree.settings("strategy = all-push"), Freshness.unmeasured());

  private InNetwork read(long reader) {
    var view =
        new ReaderView(
            new UserId(reader), Profile.unknown(), START, FOLLOWS, ReaderHistory.empty());
    return readers.read(view, FeedQuery.feed(view.reader(), START, 10));
  }

  @Test
  void aPostOfManyFollowersIsDeliveredInSlicesBetweenWhichReadsCome() {
    for (long reader = 0; reader < FOLLOWERS; reader++) {
      read(reader);
    }
    table.append(post(1, 50));

    int slices = 0;
    while (readers.applied() != table.published()) {
      long before = readers.work().deliveries();
      readers.deliver(table.published(), SLICE);
      slices++;
      assertThat(readers.work().deliveries() - before).isBetween(1L, (long) SLICE);
      assertThat(readers.visible()).isEqualTo(1);
      assertThat(readers.applied()).isEqualTo(slices * SLICE < FOLLOWERS ? 0 : 1);
      long found = IntStream.range(0, FOLLOWERS).filter(id -> read(id).pushedCount() == 1).count();
      assertThat(found).isEqualTo(readers.work().deliveries());
    }

    assertThat(slices).isEqualTo((FOLLOWERS + SLICE - 1) / SLICE);
    assertThat(readers.work().deliveries()).isEqualTo(FOLLOWERS);
  }

  @Test
  void aPostIsDeliveredToTheEndThoughItsLastFollowerLeavesInItsMidst() {
    for (long reader = 0; reader < FOLLOWERS; reader++) {
      read(reader);
    }
    table.append(post(1, 50));
    readers.deliver(table.published(), SLICE);

    for (long reader = 0; reader < FOLLOWERS; reader++) {
      readers.drop(new UserId(reader));
    }
    readers.deliver(table.published(), SLICE);

    assertThat(readers.applied()).isEqualTo(1);
    assertThat(readers.work().deliveries()).isEqualTo(SLICE);
  }

  @Test
  void manyPostsOfFewFollowersAreDeliveredInSlicesToo() {
    read(1);
    for (int id = 0; id < 1_000; id++) {
      table.append(post(id, 50));
    }

    int slices = 0;
    while (readers.applied() != table.published()) {
      int before = readers.applied();
      readers.deliver(table.published(), SLICE);
      assertThat(readers.applied() - before).isBetween(1, SLICE);
      slices++;
    }

    assertThat(slices).isGreaterThan(1_000 / SLICE);
    assertThat(read(1).pushed(0)).isEqualTo(999);
  }
}
