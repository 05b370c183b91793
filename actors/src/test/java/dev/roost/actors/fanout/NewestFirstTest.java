package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static dev.roost.actors.fanout.History.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.Gen;
import dev.roost.model.feed.Place;
import dev.roost.model.item.ItemTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NewestFirstTest {

  /// Rows, newest first, some of them late, and which of them were fetched.
  private record Rows(ItemTable table, List<Integer> rows, Set<Integer> fetched) {

    static Rows draw(Gen gen) {
      var table = new ItemTable(1 << 10, 1);
      var history = new History();
      int count = gen.whole(0, 300);
      int lateIn = gen.whole(1, 30); // every so many
      for (int i = 0; i < count; i++) {
        int seconds = i / 2 - (gen.whole(0, lateIn) == 0 ? gen.whole(0, 40) : 0);
        table.append(history.draw(gen, 3, START.plusSeconds(seconds)));
      }
      var rows = new ArrayList<Integer>();
      var fetched = new TreeSet<Integer>();
      for (int row = table.published() - 1; row - table.oldest() >= 0; row--) {
        if (gen.whole(0, 4) > 0) {
          rows.add(row);
          if (gen.either()) {
            fetched.add(row);
          }
        }
      }
      return new Rows(table, rows, fetched);
    }

    Place place(int row) {
      return new Place(table.atMillis(row), table.id(row));
    }

    /// Returns the answer that sorting gives.
    List<Integer> sorted(int limit, @Nullable Place after) {
      return rows.stream()
          .filter(row -> after == null || after.isOlderThan(place(row)))
          .sorted(Comparator.comparing(this::place).reversed())
          .limit(limit)
          .toList();
    }

    /// Returns the order after the first `count` rows; some are taken twice.
    NewestFirst taken(Gen gen, int count, int limit, @Nullable Place after) {
      var order = new NewestFirst(table);
      order.begin(gen.whole(1, 9), null); // what was left of another answer
      rows.forEach(row -> order.add(row, 0));
      order.begin(limit, after);
      for (int row : rows.subList(0, count)) {
        for (int times = gen.whole(0, 9) == 0 ? 2 : 1; times > 0; times--) {
          order.add(row, fetched.contains(row) ? Inboxes.FETCHED : 0);
        }
      }
      return order;
    }

    private @Nullable Place drawPlace(Gen gen) {
      return rows.isEmpty() || gen.either() ? null : place(rows.get(gen.whole(0, rows.size())));
    }

    void check(InNetwork answer, List<Integer> expected) {
      assertThat(IntStream.range(0, answer.pushedCount()).map(answer::pushed).boxed())
          .isEqualTo(expected.stream().filter(row -> !fetched.contains(row)).toList());
      assertThat(IntStream.range(0, answer.pulledCount()).map(answer::pulled).boxed())
          .isEqualTo(expected.stream().filter(fetched::contains).toList());
    }
  }

  @Test
  void theAnswerIsThatOfSortingByPlace() {
    forAll(
        gen -> {
          var rows = Rows.draw(gen);
          int limit = gen.whole(1, 200);
          var after = rows.drawPlace(gen);
          var order = rows.taken(gen, rows.rows().size(), limit, after);

          order.finish();

          rows.check(order.answer(), rows.sorted(limit, after));
        });
  }

  @Test
  void aPartThatSaysThatItSufficesDoes() {
    forAll(
        gen -> {
          var rows = Rows.draw(gen);
          int limit = gen.whole(1, 50);
          var after = rows.drawPlace(gen);
          var order = rows.taken(gen, gen.whole(0, rows.rows().size() + 1), limit, after);

          if (order.finish()) {
            rows.check(order.answer(), rows.sorted(limit, after));
          }
        });
  }
}
