package dev.roost.model.retrieve;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemEmbedder;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NeighbourIndexTest {

  private static final int DIMENSIONS = 8;
  private static final int SCANNED = 100;
  private static final int GRAIN = 64;

  private final ItemTable table = new ItemTable(1024, DIMENSIONS);
  private final NeighbourIndex index = new NeighbourIndex(table, SCANNED, GRAIN);
  private int posts;

  /// Places drawn at random, or from so few that ties are common.
  private record Places(String version, int values) implements ItemEmbedder {

    @Override
    public int dimensions() {
      return DIMENSIONS;
    }

    @Override
    public void embed(Post post, float[] out) {
      var chance = Chance.of(values, version);
      for (int i = 0; i < out.length; i++) {
        out[i] = chance.below(2 * values + 1, post.id().value(), i, 0) - values;
      }
    }
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      posts++;
      table.append(
          TableGen.post(posts, 1 + posts % 7, "", TableGen.START.plus(Duration.ofMinutes(posts))));
    }
  }

  private static float[] direction(Gen gen) {
    var direction = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      direction[i] = gen.whole(-20, 21);
    }
    return direction;
  }

  /// Live rows by inner product, ties to the smaller item.
  private int[] nearest(int column, float[] direction, int limit) {
    return IntStream.range(table.oldest(), table.published())
        .filter(row -> table.isLive(row) && table.dot(row, column, direction) > 0)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer row) -> -table.dot(row, column, direction))
                .thenComparing(table::id, Long::compareUnsigned))
        .limit(limit)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void theNewestRowsAreFoundExactly() {
    table.install(new Places("few", 1));
    append(SCANNED);
    index.advance();
    forAll(
        gen -> {
          table.setStatus(gen.whole(0, SCANNED), ItemStatus.DELETED);
          var direction = direction(gen);
          int limit = gen.whole(0, 40);

          assertThat(index.select(table.columnOf("few"), direction, limit))
              .isEqualTo(nearest(table.columnOf("few"), direction, limit));
        });
  }

  @Test
  void nearlyAllOlderOnesAreFound() {
    table.install(new Places("many", 1000));
    for (int i = 0; i < 60; i++) { // past the end of the ring
      append(37);
      index.advance();
    }
    assertThat(index.graphs()).isBetween(3, 9); // of 64 or 256 rows
    int column = table.columnOf("many");
    int[] hits = new int[2];
    forAll(
        gen -> {
          table.setStatus(table.oldest() + gen.whole(0, table.size()), ItemStatus.DELETED);
          var direction = direction(gen);
          int[] found = index.select(column, direction, 20);
          int[] nearest = nearest(column, direction, 20);

          assertThat(Arrays.stream(found).distinct().count()).isEqualTo(found.length);
          assertThat(IntStream.of(found)).allMatch(table::isLive);
          assertThat(IntStream.of(found).mapToObj(row -> -table.dot(row, column, direction)))
              .isSorted();
          hits[0] += (int) Arrays.stream(nearest).filter(row -> contains(found, row)).count();
          hits[1] += nearest.length;
        });
    assertThat((double) hits[0] / hits[1]).isGreaterThan(0.97);
  }

  private static boolean contains(int[] rows, int row) {
    return Arrays.stream(rows).anyMatch(other -> other == row);
  }

  @Test
  void aNewSpaceIsSearchedAtOnceAndInFullOnceItsGraphsStand() {
    table.install(new Places("first", 1000));
    append(1000);
    index.advance();
    table.install(new Places("second", 1000));
    int column = table.columnOf("second");
    var direction = direction(Gen.ofSeed(3));

    assertThat(IntStream.of(index.select(column, direction, 1000)))
        .isNotEmpty()
        .allMatch(row -> row >= 1000 - 2 * SCANNED);
    index.advance();
    assertThat(IntStream.of(index.select(column, direction, 1000)))
        .anyMatch(row -> row < 1000 - 2 * SCANNED);
    assertThat(index.select(table.columnOf("first"), direction, 1000)).isNotEmpty();
  }

  @Test
  void whatLeftIsNotFound() {
    table.install(new Places("many", 1000));
    append(900);
    index.advance();
    table.retireBefore(TableGen.START.plus(Duration.ofMinutes(850)));
    int column = table.columnOf("many");
    var direction = direction(Gen.ofSeed(5));

    assertThat(index.select(column, direction, 900)).isEqualTo(nearest(column, direction, 900));
    index.advance();
    assertThat(index.graphs()).isZero();
  }

  @Test
  void whatCameAfterAnEndIsNotFoundBeforeIt() {
    table.install(new Places("many", 1000));
    append(300);
    index.advance();
    int end = table.published();
    append(300);
    index.advance();
    int column = table.columnOf("many");
    var direction = direction(Gen.ofSeed(3));

    assertThat(IntStream.of(index.select(column, direction, 600))).anyMatch(row -> row >= end);
    assertThat(IntStream.of(index.selectBefore(end, column, direction, 600)))
        .hasSizeGreaterThan(100)
        .allMatch(row -> row < end);
    table.retireBefore(TableGen.START.plus(Duration.ofMinutes(400)));
    assertThat(index.selectBefore(end, column, direction, 600)).isEmpty();
  }

  @Test
  void withoutASpaceThereAreNoNeighbours() {
    append(300);
    index.advance();

    assertThat(index.graphs()).isZero();
    assertThat(index.select(-1, new float[DIMENSIONS], 10)).isEmpty();
  }
}
