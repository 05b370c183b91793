package dev.roost.model.metric;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TopKTest {

  private static final double EXACT = 1e-12;

  private static boolean[] list(Gen gen, int size) {
    boolean[] shown = new boolean[size];
    for (int i = 0; i < size; i++) {
      shown[i] = gen.whole(0, 3) == 0;
    }
    return shown;
  }

  private static int count(boolean[] shown) {
    return (int) IntStream.range(0, shown.length).filter(i -> shown[i]).count();
  }

  @Test
  void precisionRecallAndTheirMeanAgreeWithSmile() {
    forAll(
        gen -> {
          boolean[] shown = list(gen, gen.whole(1, 40));
          int k = gen.whole(1, shown.length + 1);
          var top = TopK.of(shown, count(shown), k);
          int[] truth = IntStream.range(0, shown.length).map(i -> shown[i] ? 1 : 0).toArray();
          int[] decided = IntStream.range(0, shown.length).map(i -> i < k ? 1 : 0).toArray();
          if (top.hits() > 0) {
            assertThat(top.precision())
                .isCloseTo(smile.validation.metric.Precision.of(truth, decided), within(EXACT));
            assertThat(top.recall().orElseThrow())
                .isCloseTo(smile.validation.metric.Recall.of(truth, decided), within(EXACT));
            assertThat(top.f1().orElseThrow())
                .isCloseTo(smile.validation.metric.FScore.F1.score(truth, decided), within(EXACT));
          }
        });
  }

  @Test
  void placesThatAListLacksHoldNothing() {
    var top = TopK.of(new boolean[] {true, true}, 4, 10);

    assertThat(top.precision()).isEqualTo(0.2);
    assertThat(top.recall()).hasValue(0.5);
    assertThat(top.f1().orElseThrow()).isCloseTo(2 * 0.2 * 0.5 / 0.7, within(EXACT));
  }

  @Test
  void averagePrecisionIsTheMeanOfPrecisionsAtWhatIsRelevant() {
    forAll(
        gen -> {
          boolean[] shown = list(gen, gen.whole(1, 40));
          int lacking = gen.whole(0, 3);
          int relevant = count(shown) + lacking;
          int k = gen.whole(1, 50);
          double expected =
              IntStream.rangeClosed(1, Math.min(k, shown.length))
                      .filter(rank -> shown[rank - 1])
                      .mapToDouble(rank -> TopK.of(shown, relevant, rank).precision())
                      .sum()
                  / Math.min(k, relevant);
          var actual = AveragePrecision.at(shown, relevant, k);
          assertThat(actual.isPresent()).isEqualTo(relevant > 0);
          actual.ifPresent(value -> assertThat(value).isCloseTo(expected, within(EXACT)));
        });
  }

  @Test
  void averagePrecisionOfAWholeListIsThatOfItsScores() {
    forAll(
        gen -> {
          boolean[] shown = list(gen, gen.whole(1, 40));
          double[] scores =
              IntStream.range(0, shown.length).mapToDouble(i -> 1.0 / (i + 1)).toArray();
          assertThat(AveragePrecision.at(shown, count(shown), shown.length))
              .isEqualTo(PrAuc.of(Predictions.of(scores, shown)));
        });
  }

  @Test
  void bestOrderHasAveragePrecisionOne() {
    forAll(
        gen -> {
          boolean[] best = new boolean[gen.whole(1, 30)];
          int relevant = gen.whole(1, best.length + 1);
          Arrays.fill(best, 0, relevant, true);
          assertThat(AveragePrecision.at(best, relevant, gen.whole(1, 40)).orElseThrow())
              .isCloseTo(1, within(EXACT));
        });
  }

  @Test
  void meanLeavesOutListsWithoutAnythingRelevant() {
    forAll(
        gen -> {
          List<boolean[]> lists =
              Stream.generate(() -> list(gen, gen.whole(0, 8))).limit(gen.whole(0, 9)).toList();
          double sum = 0;
          int counted = 0;
          for (var shown : lists) {
            if (count(shown) > 0) {
              sum += AveragePrecision.at(shown, count(shown), 5).orElseThrow();
              counted++;
            }
          }
          var mean = AveragePrecision.mean(lists, 5);
          assertThat(mean.isPresent()).isEqualTo(counted > 0);
          if (counted > 0) {
            assertThat(mean.orElseThrow()).isCloseTo(sum / counted, within(EXACT));
          }
        });
  }

  @Test
  void reciprocalRankOfOneAnswerIsItsAveragePrecision() {
    forAll(
        gen -> {
          boolean[] shown = new boolean[30];
          int rank = gen.whole(1, 31);
          int k = gen.whole(1, 40);
          shown[rank - 1] = true;
          assertThat(ReciprocalRank.ofRank(rank, k))
              .isEqualTo(AveragePrecision.at(shown, 1, k).orElseThrow());
        });
    assertThat(ReciprocalRank.at(new int[] {1, 4, 11}, 10)).hasValue(1.25 / 3);
  }

  @Test
  void nothingToSayIsEmpty() {
    assertThat(TopK.of(new boolean[3], 0, 2).recall()).isEmpty();
    assertThat(TopK.of(new boolean[3], 0, 2).f1()).isEmpty();
    assertThat(AveragePrecision.at(new boolean[3], 0, 2)).isEmpty();
    assertThat(AveragePrecision.mean(List.of(), 2)).isEmpty();
    assertThat(ReciprocalRank.at(new int[0], 10)).isEmpty();
  }

  @Test
  void refusesMoreHitsThanThereAre() {
    boolean[] shown = {true, true};
    assertThatIllegalArgumentException().isThrownBy(() -> TopK.of(shown, 1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> TopK.of(shown, 2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TopK(-1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> AveragePrecision.at(shown, 1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> ReciprocalRank.ofRank(0, 2));
  }
}
