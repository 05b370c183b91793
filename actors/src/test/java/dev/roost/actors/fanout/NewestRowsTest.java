package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NewestRowsTest {

  private record Row(long at, long id, int row) {}

  @Test
  void newestRowsAreTheHeadOfASortedList() {
    forAll(
        gen -> {
          int limit = gen.whole(1, 30);
          var newest = new NewestRows(limit);
          Set<Row> offered = new HashSet<>();
          int count = gen.whole(0, 60);
          for (int row = 0; row < count; row++) {
            var next = new Row(gen.whole(0, 10), gen.bits(), row);
            offered.add(next);
            newest.offer(next.at(), next.id(), row, 1);
          }
          var expected =
              offered.stream()
                  .sorted(
                      Comparator.comparingLong(Row::at)
                          .thenComparing(Row::id, Long::compareUnsigned)
                          .reversed())
                  .limit(limit)
                  .map(Row::row)
                  .toList();

          assertThat(newest.hasOverflowed()).isEqualTo(count > limit);
          List<Integer> taken = new ArrayList<>();
          while (newest.size() > 0) {
            taken.addFirst((int) newest.takeOldest());
          }
          assertThat(taken).isEqualTo(expected);
        });
  }
}
