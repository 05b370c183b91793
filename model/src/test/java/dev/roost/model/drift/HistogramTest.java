package dev.roost.model.drift;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import org.junit.jupiter.api.Test;

final class HistogramTest {

  @Test
  void mergedHistogramsAreTheHistogramOfAll() {
    forAll(
        gen -> {
          var left = new Histogram(4);
          var right = new Histogram(4);
          var all = new Histogram(4);
          for (int i = gen.whole(1, 50); i > 0; i--) {
            int bin = gen.whole(0, 4);
            (gen.either() ? left : right).add(bin, 1);
            all.add(bin, 1);
          }
          left.merge(right);
          for (int bin = 0; bin < 4; bin++) {
            assertThat(left.share(bin)).isEqualTo(all.share(bin));
          }
        });
  }

  @Test
  void divergencesAreThoseOfTheDefinition() {
    var half = new Histogram(2);
    half.add(0, 5);
    half.add(1, 5);
    var most = new Histogram(2);
    most.add(0, 9);
    most.add(1, 1);

    assertThat(most.stabilityIndex(half))
        .isCloseTo(0.4 * Math.log(0.9 / 0.5) - 0.4 * Math.log(0.1 / 0.5), within(1e-12));
    double bits =
        (0.9 * Math.log(0.9 / 0.7)
                + 0.5 * Math.log(0.5 / 0.7)
                + 0.1 * Math.log(0.1 / 0.3)
                + 0.5 * Math.log(0.5 / 0.3))
            / 2
            / Math.log(2);
    assertThat(most.jensenShannon(half)).isCloseTo(bits, within(1e-12));
  }

  @Test
  void divergencesAreSymmetricAndNotNegative() {
    forAll(
        gen -> {
          var left = drawn(gen);
          var right = drawn(gen);
          assertThat(left.stabilityIndex(right))
              .isCloseTo(right.stabilityIndex(left), within(1e-12))
              .isNotNegative();
          assertThat(left.jensenShannon(right))
              .isCloseTo(right.jensenShannon(left), within(1e-12))
              .isBetween(0.0, 1.001);
          assertThat(left.stabilityIndex(left)).isZero();
        });
  }

  private static Histogram drawn(Gen gen) {
    var histogram = new Histogram(5);
    for (int i = gen.whole(0, 30); i > 0; i--) {
      histogram.add(gen.whole(0, 5), gen.between(0, 2));
    }
    return histogram;
  }
}
