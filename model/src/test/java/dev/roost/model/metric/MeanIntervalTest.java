package dev.roost.model.metric;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeanIntervalTest {

  private static final Chance CHANCE = Chance.of(7, "interval");

  @Test
  void coversTheTruthAboutAsOftenAsDeclared() {
    int covered = 0;
    int worlds = 300;
    for (int world = 0; world < worlds; world++) {
      double[] values = new double[60];
      for (int i = 0; i < values.length; i++) {
        values[i] = Chance.of(world, "sample").exponential(i, 0, 0);
      }
      var interval = MeanInterval.of(values, 400, Chance.of(world, "resample")).orElseThrow();
      covered += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
    }
    assertThat((double) covered / worlds).isBetween(0.89, 0.98);
  }

  @Test
  void theDifferenceOfTwoGroupsCoversTheTruthAboutAsOftenAsDeclared() {
    int covered = 0;
    int worlds = 300;
    for (int world = 0; world < worlds; world++) {
      var ours = group(Chance.of(world, "ours"), 50, 3);
      var theirs = group(Chance.of(world, "theirs"), 90, 1);
      var interval =
          ours.above(theirs, "value", "weight", 400, Chance.of(world, "resample")).orElseThrow();
      covered += interval.holds(2) ? 1 : 0;
      assertThat(interval.mean())
          .isCloseTo(
              ours.ratio("value", "weight").orElseThrow()
                  - theirs.ratio("value", "weight").orElseThrow(),
              within(1e-12));
    }
    assertThat((double) covered / worlds).isBetween(0.89, 0.98);
  }

  private static ReaderTotals group(Chance chance, int readers, double mean) {
    var totals = new ReaderTotals(List.of("value", "weight"));
    for (int i = 0; i < readers; i++) {
      totals.add(new UserId(i), mean * chance.exponential(i, 0, 0), 1);
    }
    return totals;
  }

  @Test
  void aGroupWithoutReadersHasNoDifference() {
    var some = group(CHANCE, 9, 1);
    var none = group(CHANCE, 0, 1);

    assertThat(some.above(none, "value", "weight", 200, CHANCE)).isEmpty();
    assertThat(none.above(some, "value", "weight", 200, CHANCE)).isEmpty();
    assertThat(none.ratio("value", "weight")).isEmpty();
  }

  @Test
  void widthAgreesWithTheNormalApproximation() {
    double[] values = new double[2_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = CHANCE.normal(i, 0, 1);
    }
    var interval = MeanInterval.of(values, 2_000, CHANCE).orElseThrow();

    assertThat(interval.high() - interval.low())
        .isCloseTo(2 * 1.96 / Math.sqrt(values.length), within(0.01));
    assertThat(interval.mean()).isEqualTo(Arrays.stream(values).sum() / values.length);
  }

  @Test
  void ratioOfProportionalColumnsIsSure() {
    var totals = new ReaderTotals(List.of("ours", "theirs"));
    for (int i = 0; i < 50; i++) {
      double theirs = CHANCE.uniform(i, 1, 1);
      totals.add(new UserId(i % 20), 1.25 * theirs, theirs);
    }
    var ratio = totals.ratio("ours", "theirs", 200, CHANCE).orElseThrow();

    assertThat(ratio.low()).isCloseTo(1.25, within(1e-12));
    assertThat(ratio.high()).isCloseTo(1.25, within(1e-12));
    assertThat(ratio.units()).isEqualTo(20);
    assertThat(totals.events()).isEqualTo(50);
  }

  @Test
  void orderOfReadersDoesNotMatter() {
    forAll(
        gen -> {
          var forth = new ReaderTotals(List.of("gain"));
          var back = new ReaderTotals(List.of("gain"));
          int readers = gen.whole(1, 12);
          for (int i = 0; i < readers; i++) {
            forth.add(new UserId(i), CHANCE.below(7, i, 0, 0));
            back.add(new UserId(readers - 1 - i), CHANCE.below(7, readers - 1 - i, 0, 0));
          }
          assertThat(forth.mean("gain", 40, CHANCE)).isEqualTo(back.mean("gain", 40, CHANCE));
        });
  }

  @Test
  void dependentEventsWidenTheInterval() {
    var clustered = new ReaderTotals(List.of("gain"));
    var independent = new ReaderTotals(List.of("gain"));
    for (int i = 0; i < 1_000; i++) {
      double value = CHANCE.normal(i % 10, 2, 2);
      clustered.add(new UserId(i % 10), value);
      independent.add(new UserId(i), value);
    }
    var wide = clustered.mean("gain", 400, CHANCE).orElseThrow();
    var narrow = independent.mean("gain", 400, CHANCE).orElseThrow();

    assertThat(wide.high() - wide.low()).isGreaterThan(5 * (narrow.high() - narrow.low()));
  }

  @Test
  void nothingToSayIsEmpty() {
    assertThat(MeanInterval.of(new double[0], 40, CHANCE)).isEmpty();
    assertThat(MeanInterval.ratio(new double[] {1}, new double[] {0}, 40, CHANCE)).isEmpty();
    assertThat(new ReaderTotals(List.of("gain")).mean("gain", 40, CHANCE)).isEmpty();
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanInterval.of(new double[] {Double.NaN}, 40, CHANCE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanInterval.of(new double[] {1}, 39, CHANCE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReaderTotals(List.of("a")).add(new UserId(1), 1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new ReaderTotals(List.of("a", "a")));
  }
}
