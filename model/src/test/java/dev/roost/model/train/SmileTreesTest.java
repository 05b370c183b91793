package dev.roost.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import dev.roost.model.score.ScorerChoice;
import dev.roost.model.score.TreeEnsemble;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.math.MathEx;
import smile.model.cart.Loss;
import smile.model.cart.SplitRule;

final class SmileTreesTest {

  private static final Formula LABEL = Formula.lhs("y");
  private static final int SEEDS = 25;

  /// Rows with ties, a constant column, and one column twice.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares samples
  private record Sample(Gen gen, float[][] rows, float[][] unseen) {

    static Sample draw(long seed) {
      var gen = Gen.ofSeed(seed);
      return new Sample(gen, rows(gen, gen.whole(60, 200)), rows(gen, 50));
    }

    private static float[][] rows(Gen gen, int n) {
      return IntStream.range(0, n).mapToObj(_ -> row(gen)).toArray(float[][]::new);
    }

    private static float[] row(Gen gen) {
      float free = (float) gen.between(-100, 100);
      return new float[] {gen.whole(-3, 4), free, 7, free, (float) gen.between(-1, 1), -0f};
    }

    DataFrame frame() {
      return frame(rows);
    }

    static DataFrame frame(float[][] rows) {
      var names = IntStream.range(0, rows[0].length).mapToObj(i -> "x" + i).toArray(String[]::new);
      return DataFrame.of(rows, names);
    }

    int[] classes() {
      var classes = new int[rows.length];
      Arrays.setAll(classes, i -> i < 2 ? i : gen.between(-2, 2) + rows[i][0] > 0 ? 1 : 0);
      return classes;
    }

    double[] values() {
      return Arrays.stream(rows).mapToDouble(row -> row[0] * row[4] + gen.between(-1, 1)).toArray();
    }

    void assertEqual(TreeEnsemble trees, ToDoubleFunction<Tuple> smile, boolean logistic) {
      var flat = new float[unseen.length * unseen[0].length];
      for (int i = 0; i < unseen.length; i++) {
        System.arraycopy(unseen[i], 0, flat, i * unseen[0].length, unseen[0].length);
      }
      var out = new double[unseen.length];
      ScorerChoice.named("auto").compile(trees).score(flat, unseen.length, out);
      var frame = frame(unseen);
      for (int i = 0; i < out.length; i++) {
        double actual = logistic ? 1 / (1 + Math.exp(-out[i])) : out[i];
        assertThat(actual).isCloseTo(smile.applyAsDouble(frame.get(i)), within(1e-9));
      }
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  private static double second(java.util.function.BiConsumer<Tuple, double[]> predict, Tuple row) {
    var posteriori = new double[2];
    predict.accept(row, posteriori);
    return posteriori[1];
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void boostedClassesHaveSmilesProbability(long seed) {
    var sample = Sample.draw(seed);
    var classes = sample.classes();
    var options =
        new smile.classification.GradientTreeBoost.Options(15, 6, 20, 3, 0.1, 0.7, null, null);
    MathEx.setSeed(seed);
    var boost =
        smile.classification.GradientTreeBoost.fit(
            LABEL, sample.frame().add(new IntVector("y", classes)), options);

    double share = Arrays.stream(classes).average().orElseThrow();
    sample.assertEqual(
        SmileTrees.logOdds(boost, 0.1, share), row -> second(boost::predict, row), true);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aForestOfClassesHasSmilesProbability(long seed) {
    var sample = Sample.draw(seed);
    var options =
        new smile.classification.RandomForest.Options(
            12, 0, SplitRule.GINI, 8, 30, 2, 1.0, null, null, null);
    MathEx.setSeed(seed);
    var forest =
        smile.classification.RandomForest.fit(
            LABEL, sample.frame().add(new IntVector("y", sample.classes())), options);

    sample.assertEqual(SmileTrees.probability(forest), row -> second(forest::predict, row), false);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void boostedValuesAreSmiles(long seed) {
    var sample = Sample.draw(seed);
    var loss = seed % 2 == 0 ? Loss.ls() : Loss.lad();
    var options =
        new smile.regression.GradientTreeBoost.Options(loss, 15, 6, 20, 3, 0.1, 0.7, null, null);
    MathEx.setSeed(seed);
    var boost =
        smile.regression.GradientTreeBoost.fit(
            LABEL, sample.frame().add(new DoubleVector("y", sample.values())), options);

    sample.assertEqual(SmileTrees.value(boost, 0.1), boost::predict, false);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aForestOfValuesHasSmiles(long seed) {
    var sample = Sample.draw(seed);
    var options = new smile.regression.RandomForest.Options(12, 0, 8, 30, 2, 1.0, null, null);
    MathEx.setSeed(seed);
    var forest =
        smile.regression.RandomForest.fit(
            LABEL, sample.frame().add(new DoubleVector("y", sample.values())), options);

    sample.assertEqual(SmileTrees.value(forest), forest::predict, false);
  }

  @Test
  void treesDeeperThanCanBeLaidOutAreRefused() {
    var sample = Sample.draw(1);
    var options = new smile.regression.RandomForest.Options(2, 0, 30, 500, 1, 1.0, null, null);
    var forest =
        smile.regression.RandomForest.fit(
            LABEL, sample.frame().add(new DoubleVector("y", sample.values())), options);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmileTrees.value(forest))
        .withMessageContaining("at most 10 deep");
  }

  @Test
  void theReferenceForBenchesIsItsOwnCompiledForm() {
    var sample = Sample.draw(3);
    var boost = SmileBoost.fit(sample.rows(), sample.classes(), 10, 4);
    var expected = new double[sample.unseen().length];
    boost.batch(sample.unseen()).predict(expected);

    assertThat(boost.trees().depth()).isLessThanOrEqualTo(4);
    assertThat(boost.leaves()).isBetween(10, 160);
    var at = new int[1];
    sample.assertEqual(boost.trees(), _ -> expected[at[0]++], true);
  }
}
