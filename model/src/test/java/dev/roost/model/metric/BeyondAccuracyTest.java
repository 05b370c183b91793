package dev.roost.model.metric;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BeyondAccuracyTest {

  private static final double EXACT = 1e-12;

  private static long[] impressions(Gen gen) {
    return IntStream.range(0, gen.whole(1, 40)).mapToLong(_ -> gen.whole(0, 9)).toArray();
  }

  @Test
  void giniIsHalfTheMeanDifferenceOverTheMean() {
    forAll(
        gen -> {
          long[] shown = impressions(gen);
          double differences = 0;
          for (long one : shown) {
            for (long other : shown) {
              differences += Math.abs(one - other);
            }
          }
          double total = Arrays.stream(shown).sum();
          double expected = differences / (2 * shown.length * total);
          Exposure.of(shown)
              .gini()
              .ifPresentOrElse(
                  value -> assertThat(value).isCloseTo(expected, within(EXACT)),
                  () -> assertThat(total).isZero());
        });
  }

  @Test
  void equalExposureHasNoInequalityAndTheEntropyOfItsSize() {
    forAll(
        gen -> {
          long[] shown = new long[gen.whole(1, 60)];
          Arrays.fill(shown, gen.whole(1, 9));
          var exposure = Exposure.of(shown);
          assertThat(exposure.gini().orElseThrow()).isCloseTo(0, within(EXACT));
          assertThat(Math.pow(2, exposure.entropy().orElseThrow()))
              .isCloseTo(shown.length, within(1e-9));
          assertThat(exposure.coverage()).hasValue(1);
        });
  }

  @Test
  void oneItemWithEverythingIsTheMostUnequal() {
    var exposure = Exposure.of(new long[] {0, 0, 7, 0});

    assertThat(exposure.gini()).hasValue(0.75);
    assertThat(exposure.entropy()).hasValue(0);
    assertThat(exposure.coverage()).hasValue(0.25);
  }

  @Test
  void coverageOfNewAuthorsLooksAtThemAlone() {
    boolean[] isNew = {true, false, true, true, false};
    var exposure = Exposure.of(new long[] {3, 9, 0, 1, 0});

    assertThat(exposure.coverage(i -> isNew[i])).hasValue(2.0 / 3);
    assertThat(exposure.coverage(_ -> false)).isEmpty();
  }

  @Test
  void labelsThatDifferAreDissimilarItems() {
    forAll(
        gen -> {
          List<Integer> topics =
              IntStream.range(0, gen.whole(0, 20)).mapToObj(_ -> gen.whole(0, 5)).toList();
          var byPairs = ListDiversity.of(topics, (a, b) -> a.equals(b) ? 1 : 0);
          assertThat(ListDiversity.ofLabels(topics)).isEqualTo(byPairs);
        });
  }

  @Test
  void diversityOfEmbeddingsIgnoresOrderAndLength() {
    forAll(
        gen -> {
          List<float[]> places =
              IntStream.range(0, gen.whole(2, 10))
                  .mapToObj(_ -> new float[] {(float) gen.between(-1, 1), 1, -2})
                  .toList();
          float factor = (float) gen.between(0.1, 10);
          List<float[]> stretched =
              places.reversed().stream()
                  .map(p -> new float[] {p[0] * factor, p[1] * factor, p[2] * factor})
                  .toList();
          double value = ListDiversity.of(places, ListDiversity::cosine).orElseThrow();
          assertThat(value).isBetween(0.0, 2.0);
          assertThat(ListDiversity.of(stretched, ListDiversity::cosine).orElseThrow())
              .isCloseTo(value, within(1e-6));
        });
  }

  @Test
  void cosineTellsLikeFromOppositeAndUnknown() {
    float[] one = {1, 2};
    assertThat(ListDiversity.cosine(one, new float[] {2, 4})).isCloseTo(1, within(EXACT));
    assertThat(ListDiversity.cosine(one, new float[] {-1, -2})).isCloseTo(-1, within(EXACT));
    assertThat(ListDiversity.cosine(one, new float[] {2, -1})).isCloseTo(0, within(EXACT));
    assertThat(ListDiversity.cosine(one, new float[2])).isZero();
  }

  @Test
  void halvingPopularityAddsABit() {
    forAll(
        gen -> {
          double[] popularity = gen.vector(20, 0.01, 1);
          double[] halved = Arrays.stream(popularity).map(p -> p / 2).toArray();
          if (popularity.length == 0) {
            assertThat(Novelty.of(popularity)).isEmpty();
          } else {
            assertThat(Novelty.of(halved).orElseThrow())
                .isCloseTo(Novelty.of(popularity).orElseThrow() + 1, within(1e-9));
          }
        });
    assertThat(Novelty.of(new double[] {1, 0.25})).hasValue(1);
  }

  @Test
  void whatNobodyMetIsNovelButNotInfinitely() {
    assertThat(Novelty.popularity(0, 99)).isEqualTo(0.005);
    assertThat(Novelty.popularity(99, 99)).isEqualTo(0.995);
  }

  @Test
  void nothingToSayIsEmpty() {
    assertThat(Exposure.of(new long[0]).coverage()).isEmpty();
    assertThat(Exposure.of(new long[3]).gini()).isEmpty();
    assertThat(Exposure.of(new long[3]).entropy()).isEmpty();
    assertThat(ListDiversity.ofLabels(List.of("one"))).isEmpty();
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> Exposure.of(new long[] {1, -1}));
    for (double bad : new double[] {Double.NaN, 0, 1.1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Novelty.of(new double[] {bad}));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Novelty.popularity(3, 2));
    for (double bad : new double[] {Double.NaN, 1.1, Double.NEGATIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ListDiversity.of(List.of(1, 2), (_, _) -> bad));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListDiversity.cosine(new float[] {Float.NaN}, new float[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListDiversity.cosine(new float[2], new float[3]));
  }
}
