package dev.roost.model.drift;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class QuantileBinsTest {

  @Test
  void everyValueHasTheBinOfTheFirstCutNotBelowIt() {
    forAll(
        gen -> {
          float[] sample = new float[gen.whole(1, 200)];
          for (int i = 0; i < sample.length; i++) {
            sample[i] = gen.whole(0, 12);
          }
          var bins = QuantileBins.of(sample, 5);
          var cuts = cuts(sample);
          assertThat(bins.missing()).isEqualTo(bins.size() - 1).isEqualTo(cuts.size() + 1);
          for (float value = -1; value < 14; value += 0.5f) {
            assertThat(bins.of(value)).isEqualTo(cuts.headSet(value).size());
          }
        });
  }

  /// Returns the quantiles of five bins, and what lies just below the least value.
  private static NavigableSet<Float> cuts(float[] sample) {
    float[] sorted = sample.clone();
    Arrays.sort(sorted);
    var cuts = new TreeSet<>(Set.of(Math.nextDown(sorted[0])));
    for (int i = 1; i <= 5; i++) {
      cuts.add(sorted[(sorted.length - 1) * i / 5]);
    }
    return cuts;
  }

  @Test
  void withoutASampleEverythingFallsIntoOneBin() {
    var bins = QuantileBins.of(new float[0], 5);

    assertThat(bins.of(-3)).isEqualTo(bins.of(3)).isZero();
  }

  @Test
  void quantileBinsHoldEqualCounts() {
    float[] sample = new float[1_000];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = (i * 7) % 1_000;
    }
    var bins = QuantileBins.of(sample, 10);
    int[] counts = new int[bins.size()];
    for (float value : sample) {
      counts[bins.of(value)]++;
    }

    assertThat(bins.size()).isEqualTo(13);
    assertThat(counts[0]).isZero();
    for (int bin = 1; bin <= 10; bin++) {
      assertThat(counts[bin]).isBetween(99, 101);
    }
    assertThat(bins.of(-1)).isZero();
    assertThat(bins.of(5_000)).isEqualTo(11);
  }
}
