package dev.roost.model.retrieve;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemEmbedder;
import dev.roost.model.item.ItemTable;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetrievalTest {

  /// Places few enough that ties are common.
  private static final ItemEmbedder PLACES =
      new ItemEmbedder() {
        @Override
        public String version() {
          return "places";
        }

        @Override
        public int dimensions() {
          return 4;
        }

        @Override
        public void embed(Post post, float[] out) {
          for (int i = 0; i < out.length; i++) {
            out[i] = Math.floorMod(post.id().value() * (i + 3), 5) - 2;
          }
        }
      };

  private static ItemTable table(Gen gen) {
    var table = TableGen.random(gen, 60);
    table.install(PLACES);
    table.advance(TableGen.START);
    return table;
  }

  /// Live rows by score, best first, ties to the smaller item: what every retrieval must find.
  private static int[] best(
      ItemTable table, IntPredicate wanted, IntToDoubleFunction score, int limit) {
    return IntStream.range(table.oldest(), table.published())
        .filter(row -> table.isLive(row) && wanted.test(row))
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer row) -> -score.applyAsDouble(row))
                .thenComparing(row -> table.id(row), Long::compareUnsigned))
        .limit(limit)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void neighboursAreTheNearestLiveRows() {
    forAll(
        gen -> {
          var table = table(gen);
          int column = table.columnOf("places");
          var taste = new float[] {gen.whole(-2, 3), gen.whole(-2, 3), 1, 0};
          int limit = gen.whole(0, 30);
          int newest = gen.whole(1, 80);

          int[] found = Neighbours.select(table, column, taste, limit, newest);

          IntPredicate near =
              row -> row >= table.published() - newest && table.dot(row, column, taste) > 0;
          assertThat(found)
              .isEqualTo(best(table, near, row -> table.dot(row, column, taste), limit));
        });
  }

  @Test
  void withoutASpaceThereAreNoNeighbours() {
    assertThat(Neighbours.select(table(Gen.ofSeed(1)), -1, new float[4], 10, 100)).isEmpty();
  }

  @Test
  void trendingRowsHaveTheMostHeat() {
    forAll(
        gen -> {
          var table = table(gen);
          int limit = gen.whole(0, 30);

          int[] found = Trending.select(table, limit, TableGen.START);

          // heat of one instant has not faded yet, so both half-lives agree on the order
          assertThat(found)
              .isEqualTo(
                  best(
                      table,
                      row -> table.positives(row, 0) > 0,
                      row -> table.positives(row, 0),
                      limit));
        });
  }

  @Test
  void whatRisesNowTrendsAboveWhatRoseYesterday() {
    var table = TableGen.table();
    table.advance(TableGen.START);
    int old = table.append(TableGen.post(1, 1, "", TableGen.START));
    table.setTotals(old, ItemCounts.of(0, 0, 60, 0, 0, 0, 0, 0));
    var later = TableGen.START.plus(Duration.ofDays(1));
    table.advance(later);
    int young = table.append(TableGen.post(2, 1, "", later));
    table.setTotals(young, ItemCounts.of(0, 0, 10, 0, 0, 0, 0, 0));

    assertThat(Trending.select(table, 2, later)).containsExactly(young, old);
  }

  @Test
  void freshRowsAreNewOriginalsThatFewSaw() {
    forAll(
        gen -> {
          var table = table(gen);
          int most = gen.whole(0, 50);
          IntPredicate fresh =
              row ->
                  table.id(row) == table.originalId(row)
                      && table.count(row, EngagementKind.IMPRESSION) <= most;

          assertThat(Fresh.select(table, 10, most)).isEqualTo(best(table, fresh, row -> row, 10));
        });
  }
}
