package dev.roost.actors.fanout;

import static dev.roost.actors.fanout.History.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemStatus;
import org.junit.jupiter.api.Test;

final class WithdrawnTest {

  private static final ItemId MODERATED = new ItemId(1_000);

  /// An item that was decided upon again is as new as that decision.
  @Test
  void theNewestDecisionsAreKept() {
    var withdrawn = new Withdrawn(3, _ -> false);
    withdrawn.note(MODERATED, ItemStatus.REMOVED, START);
    for (long id = 1; id <= 6; id++) { // the last is one too many
      withdrawn.note(new ItemId(id), ItemStatus.DELETED, START);
      if (id == 4) {
        withdrawn.note(MODERATED, ItemStatus.LIVE, START.plusSeconds(1));
        withdrawn.note(MODERATED, ItemStatus.REMOVED, START.plusSeconds(2));
      }
    }

    assertThat(withdrawn.forgotten()).isEqualTo(4);
    assertThat(withdrawn.of(new ItemId(4))).isEqualTo(ItemStatus.LIVE); // forgotten
    assertThat(withdrawn.of(MODERATED)).isEqualTo(ItemStatus.REMOVED);
    assertThat(withdrawn.of(new ItemId(5))).isEqualTo(ItemStatus.DELETED);
  }
}
