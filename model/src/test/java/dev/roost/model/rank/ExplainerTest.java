package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.Explanation;
import dev.roost.model.score.ScorerChoice;
import org.junit.jupiter.api.Test;

final class ExplainerTest {

  private static final ValueFunction VALUE = ValueFunction.of(0, 1, 2, 4, 3, -4, 0.5);

  private static float[] row(Gen gen) {
    var row = new float[FeatureSchema.standard().size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) gen.between(-3, 6);
    }
    return row;
  }

  private static double[] foretold(RankingModel model, float[] row) {
    var foretold = new double[Head.COUNT];
    model.compile(ScorerChoice.named("portable")).foretell(row, 1, foretold);
    return foretold;
  }

  private static double sum(Explanation.Head head) {
    return head.base() + head.added().stream().mapToDouble(each -> each.add()).sum();
  }

  @Test
  void whatFeaturesAddIsWhatIsForetold() {
    forAll(
        gen -> {
          var model =
              Models.of(
                  gen.either()
                      ? new Formula.OfTrees(Models.stumps(gen))
                      : new Formula.OfFeatures(Models.weights(gen)));
          float[] row = row(gen);
          double[] foretold = foretold(model, row);

          var heads = new Explainer(model, VALUE).of(row, foretold);

          assertThat(heads).hasSize(Head.COUNT);
          for (var head : Head.values()) {
            var told = heads.get(head.ordinal());
            assertThat(told.weight()).isEqualTo(VALUE.weight(head));
            assertThat(told.foretold()).isEqualTo(foretold[head.ordinal()]);
            double expected =
                head.isProbability()
                    ? 1 / (1 + Math.exp(-sum(told)))
                    : Math.expm1(Math.max(0, sum(told)));
            assertThat(told.foretold()).isCloseTo(expected, within(1e-9));
          }
        });
  }

  @Test
  void theFeatureThatAddsMostComesFirstAndThoseThatAddNothingAreLeftOut() {
    forAll(
        gen -> {
          var model = Models.random(gen);
          float[] row = row(gen);
          var head = new Explainer(model, VALUE).of(row, foretold(model, row)).get(0);

          for (int i = 1; i < head.added().size(); i++) {
            assertThat(Math.abs(head.added().get(i).add()))
                .isLessThanOrEqualTo(Math.abs(head.added().get(i - 1).add()));
          }
          assertThat(head.added()).noneMatch(each -> each.add() == 0);
        });
  }

  @Test
  void aForestIsExplainedBeforeItIsCalibrated() {
    forAll(
        gen -> {
          var stumps = Models.stumps(gen);
          var model = Models.of(new Formula.OfForest(stumps));
          float[] row = row(gen);
          var head = new Explainer(model, VALUE).of(row, new double[Head.COUNT]).get(1);

          var mean = new double[Head.COUNT];
          new Formula.OfTrees(stumps).compile(ScorerChoice.named("portable")).of(row, 1, mean);
          assertThat(head.additiveOn()).isEqualTo("mean");
          assertThat(sum(head)).isCloseTo(mean[1], within(1e-9));
        });
  }
}
