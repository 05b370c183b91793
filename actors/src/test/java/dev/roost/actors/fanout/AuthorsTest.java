package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AuthorsTest {

  private final Authors authors = new Authors();

  private int[] rows(int slot) {
    return IntStream.range(0, Authors.NEWEST).map(back -> authors.newest(slot, back)).toArray();
  }

  @Test
  void theNewestRowsOfAnAuthorComeFirst() {
    int slot = authors.findOrAdd(7);
    authors.clearRows(slot, -1);

    for (int row = 10; row < 16; row++) {
      authors.addNewest(slot, row);
    }

    assertThat(rows(slot)).containsExactly(15, 14, 13, 12);
  }

  @Test
  void rowsThatLeftAreNotTakenForOthersOnceNumbersHaveWrapped() {
    int slot = authors.findOrAdd(7);
    authors.clearRows(slot, -1);
    authors.addNewest(slot, 5);

    for (long oldest = 1 << 30; oldest < 1L << 32; oldest += 1 << 30) {
      authors.sweep(1, (int) oldest);
    }

    int oldest = -100; // 2^32 - 100; row 5 would be yet to come
    assertThat(IntStream.of(rows(slot))).allMatch(row -> row - oldest < 0);
  }
}
