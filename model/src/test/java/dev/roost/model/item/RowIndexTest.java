package dev.roost.model.item;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RowIndexTest {

  private static final int CAPACITY = 1024;

  @Test
  void theNewestRowOfAKeyIsFoundAsLongAsItIsRetained() {
    forAll(
        (Gen gen) -> {
          int keys = gen.whole(1, 3_000);
          var index = new RowIndex(CAPACITY, row -> Integer.remainderUnsigned(row, keys));
          int first = Integer.MAX_VALUE - gen.whole(0, 500); // row numbers may wrap
          int next = first + gen.whole(501, 5_000);
          for (int row = first; row != next; row++) {
            index.put(row);
          }
          Map<Long, Integer> newest = new HashMap<>();
          for (int row = first; row != next; row++) {
            newest.put((long) Integer.remainderUnsigned(row, keys), row);
          }
          for (int row = next - Math.min(CAPACITY, next - first); row != next; row++) {
            long key = Integer.remainderUnsigned(row, keys);
            assertThat(index.find(key))
                .isEqualTo(Integer.toUnsignedLong(newest.getOrDefault(key, row)));
          }
          assertThat(index.find(keys)).isEqualTo(-1);
        });
  }

  /// Neighbours in any bits of their keys do not wait for each other.
  @Test
  void findsEachOfManyKeysThatDifferInTheirHighestBitsAlone() {
    var index = new RowIndex(1 << 16, row -> (long) row << 47);
    for (int row = 0; row < 1 << 16; row++) {
      index.put(row);
    }

    for (int row = 0; row < 1 << 16; row++) {
      assertThat(index.find((long) row << 47)).isEqualTo(row);
    }
  }
}
