package dev.roost.model.offpolicy;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VerdictTest {

  private static final OffPolicy OFF_POLICY = new OffPolicy(40, Chance.of(7, "verdict"));

  private static Estimate estimate(int rows, int readers, int rewarded) {
    return OFF_POLICY
        .ips(
            IntStream.range(0, rows)
                .mapToObj(
                    i -> new LoggedRow(new UserId(i % readers), i < rewarded ? 1 : 0, 0.5, 0.25))
                .toList())
        .orElseThrow();
  }

  private static List<String> missing(Estimate estimate) {
    return switch (estimate.verdict()) {
      case Verdict.Enough _ -> List.of();
      case Verdict.TooLittleEvidence(var missing) -> missing.stream().map(Shortfall::what).toList();
    };
  }

  @Test
  void aThousandEqualRowsAreEnough() {
    assertThat(missing(estimate(1_000, 100, 500))).isEmpty();
    assertThat(missing(estimate(999, 100, 500))).containsExactly("effective rows");
  }

  @Test
  void rowsOfFewReadersAreNotEnough() {
    assertThat(missing(estimate(5_000, 29, 500))).containsExactly("effective readers");
  }

  @Test
  void rowsWithHardlyAnyRewardAreNotEnough() {
    assertThat(missing(estimate(5_000, 500, 9))).containsExactly("effective rows with a reward");
  }

  @Test
  void verdictSaysWhatIsMissing() {
    assertThat(estimate(60, 20, 3).verdict())
        .hasToString(
            "too little evidence: effective rows 60 of 1000; effective readers 20 of 30;"
                + " effective rows with a reward 3 of 10");
  }

  @Test
  void effectiveSizeIsThatOfEqualWeights() {
    forAll(
        gen -> {
          double[] weights = gen.vector(40, 0, 5);
          double[] scaled = Arrays.stream(weights).map(w -> w * 1e300).toArray();
          double[] twice = new double[2 * weights.length];
          System.arraycopy(weights, 0, twice, 0, weights.length);
          System.arraycopy(weights, 0, twice, weights.length, weights.length);
          double size = Weights.effectiveSize(weights);
          double square = Math.pow(Arrays.stream(weights).sum(), 2);
          double squares = Arrays.stream(weights).map(w -> w * w).sum();
          if (weights.length > 0) {
            assertThat(size).isBetween(1.0, (double) weights.length);
            assertThat(size).isCloseTo(square / squares, within(1e-9));
          } else {
            assertThat(size).isZero();
          }
          assertThat(Weights.effectiveSize(scaled)).isCloseTo(size, within(1e-9));
          assertThat(Weights.effectiveSize(twice)).isCloseTo(2 * size, within(1e-9));
        });
    assertThat(Weights.effectiveSize(new double[7])).isZero();
  }

  @Test
  void readersWeighWhatTheirRowsDo() {
    var rows =
        IntStream.range(0, 12)
            .mapToObj(i -> new LoggedRow(new UserId(i < 9 ? 0 : i), 1, 0.5, i == 11 ? 1 : 0.5))
            .toList();
    var evidence = OFF_POLICY.ips(rows).orElseThrow().evidence();

    assertThat(evidence.readers()).isEqualTo(4); // they weigh 9, 1, 1 and 2
    assertThat(evidence.effectiveReaders()).isCloseTo(13.0 * 13 / 87, within(1e-12));
    assertThat(evidence.effectiveSize()).isCloseTo(13.0 * 13 / 15, within(1e-12));
  }

  @Test
  void topShareIsThatOfTheHeaviestHundredth() {
    double[] weights = new double[250];
    Arrays.fill(weights, 1);
    weights[3] = 50;
    weights[70] = 30;
    weights[71] = 20;

    assertThat(Weights.topShare(weights)).isCloseTo(100.0 / 347, within(1e-12)); // 3 of 250
    assertThat(Weights.topShare(new double[] {2})).isEqualTo(1);
    assertThat(Weights.topShare(new double[4])).isZero();
  }

  @Test
  void refusesRowsThatCouldNotHaveBeenLogged() {
    var reader = new UserId(1);
    for (double bad : new double[] {Double.NaN, 0, -0.1, 1.1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new LoggedRow(reader, 1, bad, 0.5))
          .withMessageContaining("propensity must be in (0, 1]: " + bad);
    }
    for (double bad : new double[] {Double.NaN, -0.1, 1.1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new LoggedRow(reader, 1, 0.5, bad))
          .withMessageContaining("target");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LoggedRow(reader, 1, Double.MIN_VALUE, 1))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LoggedRow(reader, Double.NaN, 0.5, 0.5));
    var row = new LoggedRow(reader, 1, 0.5, 0.5);
    assertThatIllegalArgumentException().isThrownBy(() -> new ModelledRow(row, Double.NaN, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelledRow(row, 0, Double.POSITIVE_INFINITY));
  }
}
