package dev.roost.model.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.ExampleGen;
import dev.roost.model.Gen;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import dev.roost.model.metric.MeanInterval;
import dev.roost.model.metric.PredictionMetric;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.RankingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AssessmentTest {

  private static final Chance CHANCE = Chance.of(3, "assessment");
  private static final List<Example> ALL = ExampleGen.learnable(Gen.ofSeed(1), 5_000);
  private static final RankingModel MODEL = model(ALL.subList(0, 4_000));

  private static RankingModel model(List<Example> examples) {
    var settings =
        new TrainSettings(
            Learner.TREES_THEN_LOGISTIC, 100, 5_000, 20, 4, 12, 10, 0.1, 0.7, 5_000, 1, 5, 0.2, 7);
    var training = Trainer.train("m1", examples, TokenEmbedding.empty("e1", 4), settings);
    return ((Training.Trained) training).model();
  }

  @Test
  void examplesThatTheModelNeverSawAreForetold() {
    var assessment = Assessment.of(MODEL, ALL.subList(4_000, 5_000), 100, CHANCE);

    var auc = requireNonNull(assessment.positive().get(PredictionMetric.ROC_AUC));
    assertThat(auc.mean()).isBetween(0.7, 0.8);
    assertThat(auc.low()).isLessThan(auc.mean());
    assertThat(assessment.heads()).containsKey(Head.CLICK).doesNotContainKey(Head.DWELL);
    assertThat(requireNonNull(assessment.heads().get(Head.POSITIVE)).count()).isEqualTo(1_000);
    assertThat(assessment.slices()).containsKeys("country=ZZ", "source=TRENDING", "servedBy=");
    assertThat(assessment.reliability()).hasSize(10);
    assertThat(assessment.dwellRmse()).isPresent();
  }

  /// Every feed holds two items, one of which was clicked: a list is perfect if that comes first.
  @Test
  void listsAreTheFeedsInTheModelsOrder() {
    var pairs = new ArrayList<Example>();
    int first = 0;
    for (int request = 0; request < 300; request++) {
      boolean likelyClicked = request % 3 != 0;
      pairs.add(inFeed(request, 0, 1, likelyClicked));
      pairs.add(inFeed(request, 1, -1, !likelyClicked));
      first += likelyClicked ? 1 : 0;
    }

    var lists = Assessment.of(MODEL, pairs, 100, CHANCE).lists();

    double share = first / 300.0;
    double second = StrictMath.log(2) / StrictMath.log(3);
    assertThat(mean(lists, "ndcg@10")).isCloseTo(share + (1 - share) * second, within(1e-9));
    assertThat(mean(lists, "map@10")).isCloseTo(share + (1 - share) / 2, within(1e-9));
    assertThat(mean(lists, "recall@5")).isEqualTo(1);
    assertThat(mean(lists, "precision@5")).isCloseTo(0.2, within(1e-9));
  }

  private static double mean(Map<String, MeanInterval> lists, String metric) {
    return requireNonNull(lists.get(metric)).mean();
  }

  private static Example inFeed(long request, long item, float likely, boolean clicked) {
    var features = new float[FeatureSchema.standard().size()];
    features[0] = likely;
    features[1] = likely;
    var plain = ExampleGen.served(request, Profile.unknown(), item, 1, "", ExampleGen.START);
    var served =
        new Example.Served(
            new RequestId(request),
            plain.reader(),
            plain.profile(),
            plain.item(),
            plain.author(),
            plain.topic(),
            plain.source(),
            0,
            plain.probability(),
            plain.modelVersion(),
            plain.at());
    return ExampleGen.of(served, features, clicked);
  }

  @Test
  void withoutExamplesThereIsNothingToAssess() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Assessment.of(MODEL, List.of(), 100, CHANCE))
        .withMessage("there are no examples");
  }
}
