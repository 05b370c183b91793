package dev.roost.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.ExampleGen;
import dev.roost.model.Gen;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.score.ScorerChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DistilTest {

  private static final List<Example> EXAMPLES = ExampleGen.learnable(Gen.ofSeed(1), 3_000);
  private static final Training.Trained TEACHER =
      trained(Trainer.train("teacher", EXAMPLES, TokenEmbedding.empty("e1", 4), settings(60, 16)));

  private static TrainSettings settings(int trees, int leaves) {
    return new TrainSettings(
        Learner.TREES_THEN_LOGISTIC,
        100,
        5_000,
        trees,
        5,
        leaves,
        10,
        0.1,
        0.7,
        5_000,
        1,
        5,
        0.2,
        7);
  }

  private static Training.Trained trained(Training training) {
    return (Training.Trained) training;
  }

  private static Training.Trained distil(List<Example> examples) {
    var small =
        new TrainSettings(
            Learner.TREES_THEN_LOGISTIC, 100, 5_000, 8, 5, 8, 10, 0.4, 0.7, 5_000, 1, 5, 0.2, 7);
    return trained(
        Trainer.distil("student", TEACHER.model(), examples, small, TrainingProgress.unwatched()));
  }

  @Test
  void aSmallerModelForetellsNearlyAsWell() {
    var student = distil(EXAMPLES);

    assertThat(ModelFile.write(student.model()).length)
        .isLessThan(ModelFile.write(TEACHER.model()).length / 4);
    assertThat(student.evaluation().auc()).isGreaterThan(TEACHER.evaluation().auc() - 0.02);
    assertThat(student.evaluation().calibration()).isBetween(0.8, 1.2);
  }

  /// Whatever came of the examples, the student says what the teacher says of them.
  @Test
  void outcomesCalibrateAndTeachNothing() {
    var others = EXAMPLES.stream().map(DistilTest::turned).toList();

    assertThat(formula(distil(others).model())).isEqualTo(formula(distil(EXAMPLES).model()));
  }

  /// The sums of some rows: a formula by what it does.
  private static double[] formula(RankingModel model) {
    int width = FeatureSchema.standard().size();
    var rows = new float[20 * width];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = EXAMPLES.get(i / width).feature(i % width);
    }
    var sums = new double[20 * Head.COUNT];
    model.formula().compile(ScorerChoice.named("portable")).of(rows, 20, sums);
    return sums;
  }

  private static Example turned(Example example) {
    var features = new float[FeatureSchema.standard().size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = example.feature(i);
    }
    return ExampleGen.of(example.served(), features, !example.isPositive());
  }
}
