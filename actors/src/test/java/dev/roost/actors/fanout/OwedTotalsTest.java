package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class OwedTotalsTest {

  private static final int MOST = 100;

  private final OwedTotals owed = new OwedTotals(MOST);

  @Test
  void whatThoseBehindMissIsAtMostAsMuchAsATableHolds() {
    for (int item = 0; item < 10 * MOST; item++) {
      owed.keepForThoseBehind(RootAndInboxes.totals(item, 1, 1).totals());
      owed.keepForThoseBehind(RootAndInboxes.totals(7, 1, item).totals()); // never long ago
      assertThat(owed.size()).isLessThanOrEqualTo(MOST);
    }

    owed.noteCaughtUp();

    var expected = new ArrayList<>(RootAndInboxes.totals(901, 99, 1).totals());
    expected.addAll(RootAndInboxes.totals(7, 1, 999).totals());
    assertThat(owed.take(MOST + 1)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(owed.isEmpty()).isTrue();
  }

  @Test
  void whatAllAreOwedIsAtMostAsMuchAsATableHolds() {
    owed.add(RootAndInboxes.totals(0, 3 * MOST, 1).totals());

    assertThat(owed.take(3 * MOST)).isEqualTo(RootAndInboxes.totals(200, MOST, 1).totals());
  }
}
