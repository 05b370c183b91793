package dev.roost.model.train;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.data.DataFrame;

final class TreeCompilerTest {

  @Test
  void hasSmilesOwnProbability() {
    forAll(
        gen -> {
          int columns = gen.whole(1, 8);
          var rows = rows(gen, gen.whole(40, 200), columns);
          var fitted = Boosting.fit(rows, labels(gen, rows), names(columns), settings(gen));
          var unseen = rows(gen, gen.whole(1, 60), columns);

          var actual = new double[unseen.length];
          fitted.trees().score(flat(unseen), unseen.length, actual);

          var frame = DataFrame.of(unseen, names(columns));
          var posterior = new double[2];
          for (int i = 0; i < unseen.length; i++) {
            fitted.original().predict(frame.get(i), posterior);
            assertThat(actual[i]).isCloseTo(posterior[1], within(1e-9));
          }
        });
  }

  @Test
  void splitsExactlyWhereSmileDoes() {
    forAll(
        gen -> {
          float low = (float) gen.between(-1e3, 1e3);
          float high = gen.either() ? Math.nextUp(low) : low + (float) gen.between(0.001, 10);
          var rows = new float[40][1];
          var labels = new int[40];
          for (int i = 0; i < rows.length; i++) {
            labels[i] = i % 2;
            rows[i][0] = i % 2 == 0 ? low : high;
          }
          var settings = new TrainSettings(20, 1_000, 3, 3, 4, 1, 0.5, 1, 0.2, 1);

          var trees = Boosting.fit(rows, labels, names(1), settings).trees();

          var scores = new double[2];
          trees.score(new float[] {low, high}, 2, scores);
          assertThat(scores[0]).isLessThan(0.5);
          assertThat(scores[1]).isGreaterThan(0.5);
        });
  }

  private static TrainSettings settings(Gen gen) {
    return new TrainSettings(
        20,
        1_000,
        gen.whole(1, 12),
        gen.whole(2, 8),
        gen.whole(2, 40),
        gen.whole(1, 6),
        gen.between(0.01, 0.3), // greedier fits run off to infinity
        gen.either() ? 1 : gen.between(0.3, 1),
        0.2,
        gen.bits());
  }

  private static float[][] rows(Gen gen, int count, int columns) {
    return IntStream.range(0, count)
        .mapToObj(
            _ -> {
              var row = new float[columns];
              for (int i = 0; i < columns; i++) {
                row[i] = i % 2 == 0 ? gen.whole(-3, 4) : (float) gen.between(-100, 100);
              }
              return row;
            })
        .toArray(float[][]::new);
  }

  private static int[] labels(Gen gen, float[][] rows) {
    var labels = new int[rows.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i < 2 ? i : gen.between(-2, 2) + rows[i][0] > 0 ? 1 : 0; // both classes
    }
    return labels;
  }

  private static String[] names(int columns) {
    return IntStream.range(0, columns).mapToObj(i -> "x" + i).toArray(String[]::new);
  }

  private static float[] flat(float[][] rows) {
    var flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }
}
