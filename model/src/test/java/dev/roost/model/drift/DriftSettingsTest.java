package dev.roost.model.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DriftSettingsTest {

  private static final DriftSettings STANDARD = DriftSettings.standard();

  @Test
  void ratesOfAllDetectorsSumToTheBudget() {
    int slices = 1 + 4 * STANDARD.calibration().slicesPerDimension();
    double perWindow = 2 * slices / STANDARD.sliceRunLength() + 3 * STANDARD.silenceRate(3);
    double perDay = 96 * perWindow + 57 * STANDARD.dailyRate(57);

    assertThat(1 / perDay).isCloseTo((double) STANDARD.falseIncidentEvery().toDays(), within(1e-6));
  }

  private static DriftSettings.Calibration calibration(double doubt, double least, double wide) {
    var usual = STANDARD.calibration();
    return new DriftSettings.Calibration(
        usual.ratios(),
        usual.leastChange(),
        doubt,
        least,
        usual.overdispersion(),
        usual.spread(),
        wide,
        usual.leastSpread(),
        usual.lag(),
        usual.halfLife(),
        usual.memory(),
        usual.holdAtMost(),
        usual.slicesPerDimension());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, Double.POSITIVE_INFINITY})
  void refusesNoNumberOfDeviationsAndNoSpread(double bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calibration(bad, 3, 0.2))
        .withMessageContaining("doubt");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calibration(2, bad, 0.2))
        .withMessageContaining("leastDeviations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calibration(2, 3, bad))
        .withMessageContaining("wideSpread");
  }

  @Test
  void refusesWhatLiesOutsideItsRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DriftSettings.Silence(4, Double.NaN))
        .withMessageContaining("caution");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DriftSettings.Incidents(Duration.ZERO, Duration.ofDays(1), 0.7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DriftSettings.Covariate(4, 10, Double.NaN, 0.1, 0.2, 500));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DriftSettings(
                    Duration.ofMinutes(7),
                    STANDARD.warmUp(),
                    STANDARD.falseIncidentEvery(),
                    STANDARD.calibration(),
                    STANDARD.covariate(),
                    STANDARD.silence(),
                    STANDARD.incidents()))
        .withMessageContaining("window");
  }
}
