package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InboxesTest {

  private static final int ROWS = 512;

  @Test
  void anInboxKeepsTheNewestRows() {
    var inboxes = new Inboxes(ROWS);
    int[] readers = {3, 70, 5_000};
    for (int reader : readers) {
      inboxes.open(reader);
      inboxes.write(reader, new int[0], 0, 0, false);
    }

    for (int row = 0; row < 10_000; row++) {
      inboxes.append(readers, row < 9_000 ? 0 : 1, 3, Inboxes.entry(row));
    }

    assertThat(rows(inboxes, 3, 10_000)).isEqualTo(IntStream.range(8_488, 9_000).toArray());
    assertThat(inboxes.hasLost(3)).isTrue();
    assertThat(rows(inboxes, 70, 10_000)).isEqualTo(IntStream.range(9_488, 10_000).toArray());
    assertThat(rows(inboxes, 5_000, 10_000)).isEqualTo(IntStream.range(9_488, 10_000).toArray());
  }

  private static int[] rows(Inboxes inboxes, int reader, int reference) {
    var entries = new int[ROWS];
    int count = inboxes.size(reader);
    inboxes.copy(reader, 0, count, entries);
    return Arrays.stream(entries, 0, count).map(each -> Inboxes.row(each, reference)).toArray();
  }

  @Test
  void entriesAreToldApartWhereverRowNumbersWrap() {
    forAll(
        gen -> {
          int reference = (int) gen.bits();
          int row = reference - 1 - gen.whole(0, Integer.MAX_VALUE);

          assertThat(Inboxes.row(Inboxes.entry(row), reference)).isEqualTo(row);
          assertThat(Inboxes.row(Inboxes.entry(row) | Inboxes.FETCHED, reference)).isEqualTo(row);
        });
  }

  /// Readers come in any order; the chunks of those who came before keep what they hold.
  @Test
  void aGrowingPartitionKeepsItsInboxes() {
    var inboxes = new Inboxes(1 << 14); // 128 a chunk
    for (int reader = 0; reader < 300; reader++) {
      if ((reader & inboxes.skipped()) != inboxes.skipped()) {
        inboxes.open(reader);
        inboxes.append(new int[] {reader}, 0, 1, Inboxes.entry(reader));
      }
    }
    for (int reader = 0; reader < 300; reader++) {
      if ((reader & inboxes.skipped()) != inboxes.skipped()) {
        assertThat(Inboxes.row(inboxes.newest(reader, 0), 1_000)).isEqualTo(reader);
      }
    }
  }

  @Test
  void newEntriesTakeThePlaceOfTheNewest() {
    var inboxes = new Inboxes(16);
    inboxes.open(0);
    for (int row = 0; row < 20; row++) {
      inboxes.append(new int[] {0}, 0, 1, Inboxes.entry(row));
    }

    inboxes.replaceNewest(0, 2, IntStream.range(30, 33).map(Inboxes::entry).toArray(), 3);

    var expected = IntStream.concat(IntStream.range(5, 18), IntStream.range(30, 33)).toArray();
    assertThat(inboxes.size(0)).isEqualTo(16);
    assertThat(copied(inboxes, 0, 16)).isEqualTo(expected);
    assertThat(copied(inboxes, 2, 3)).containsExactly(16, 17, 30);
  }

  private static int[] copied(Inboxes inboxes, int back, int count) {
    var entries = new int[count];
    inboxes.copy(0, back, count, entries);
    return Arrays.stream(entries).map(each -> Inboxes.row(each, 40)).toArray();
  }
}
