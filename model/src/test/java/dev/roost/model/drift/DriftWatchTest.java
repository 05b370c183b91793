package dev.roost.model.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.drift.SyntheticStream.Fault;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriftWatchTest {

  private static final int DAY = SyntheticStream.PER_DAY;
  private static final int RAMP = 12; // windows, of a synthetic flip

  @Test
  void cleanRunsRaiseNoIncident() {
    for (int seed = 1; seed <= 2; seed++) {
      assertThat(Trial.of(seed, 16, Fault.none()).openings()).isEmpty();
    }
  }

  @Test
  void flipOfOneCountryIsToldWithinTwoDays() {
    int told = 0;
    for (int seed = 1; seed <= 4; seed++) {
      int onset = 7 * DAY + 13 * seed;
      var flip = Fault.flip(onset, 0.35 + 0.02 * seed);
      var openings = Trial.of(seed, 10, flip).openings();
      told +=
          openings.size() == 1
                  && isWithin(openings.getFirst(), onset, Duration.ofDays(2))
                  && openings.getFirst().suspect() == Suspect.CONCEPT
                  && openings.getFirst().slice().equals("country=BR")
                  && !openings.getFirst().onsetFrom().isAfter(SyntheticStream.at(onset + RAMP))
                  && !openings.getFirst().onsetTo().isBefore(SyntheticStream.at(onset))
              ? 1
              : 0;
    }
    assertThat(told).isGreaterThanOrEqualTo(3);
  }

  @Test
  void nulledFeatureIsToldWithinHalfADay() {
    int from = 6 * DAY + 20;
    var fault = new Fault(0, 0, 0, from, Integer.MAX_VALUE);
    var openings = Trial.of(5, 8, fault).openings();

    assertThat(openings).hasSize(1);
    assertThat(openings.getFirst().suspect()).isEqualTo(Suspect.COVARIATE);
    assertThat(openings.getFirst().slice()).isEqualTo("feature=f3");
    assertThat(isWithin(openings.getFirst(), from, Duration.ofHours(12))).isTrue();
  }

  @Test
  void silenceIsToldAsBlindEvenWhileLearning() {
    int from = 2 * DAY + 40;
    var openings = Trial.of(6, 4, new Fault(0, 0, 0, Integer.MAX_VALUE, from)).openings();

    assertThat(openings).isNotEmpty().allMatch(f -> f.suspect() == Suspect.BLIND);
    assertThat(isWithin(openings.getFirst(), from, Duration.ofHours(2))).isTrue();
  }

  private static boolean isWithin(Finding finding, int window, Duration limit) {
    var from = SyntheticStream.at(window);
    return !finding.at().isBefore(from) && !finding.at().isAfter(from.plus(limit));
  }

  @Test
  void equalStreamsGiveEqualFindings() {
    var flip = Fault.flip(7 * DAY, 0.5);
    var trial = Trial.of(9, 9, flip);

    assertThat(trial.findings()).isNotEmpty();
    assertThat(Trial.of(9, 9, flip)).isEqualTo(trial);
  }

  @Test
  void lostScoresAreBlindness() {
    var watch = new DriftWatch(DriftSettings.standard(), List.of(WatchedFeature.of("f")));
    var findings = new ArrayList<Finding>();
    for (int window = 0; window < 4 * DAY; window++) {
      double probability = window < 3 * DAY ? 0.1 : Double.NaN;
      findings.addAll(step(watch, window, example(window, probability)));
    }
    assertThat(findings).extracting(Finding::slice).contains("scores").doesNotContain("traffic");
    assertThat(watch.isBlind()).isTrue();
  }

  @Test
  void emptyStreamIsTaken() {
    var watch = new DriftWatch(DriftSettings.standard(), List.of());
    for (int window = 0; window < 10 * DAY; window++) {
      assertThat(step(watch, window, List.of())).isEmpty();
    }
    assertThat(watch.isWarm()).isTrue();
  }

  @Test
  void refusesWindowsThatOverlapOrHaveAnotherLength() {
    var watch = new DriftWatch(DriftSettings.standard(), List.of());
    var at = SyntheticStream.START;
    var next = at.plus(SyntheticStream.WINDOW);
    watch.window(at, next, List.of());

    assertThatIllegalArgumentException().isThrownBy(() -> watch.window(at, next, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> watch.window(next, next.plusSeconds(1), List.of()));
  }

  @Test
  void refusesRowsOfAnotherSchema() {
    var watch = new DriftWatch(DriftSettings.standard(), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(watch, 0, example(0, 0.1)))
        .withMessageContaining("features");
  }

  private static List<Finding> step(DriftWatch watch, int window, List<Example> examples) {
    return watch.window(SyntheticStream.at(window), SyntheticStream.at(window + 1), examples);
  }

  private static List<Example> example(int window, double probability) {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 20; i++) {
      examples.add(
          Example.of(
              new Example.Served(
                  new RequestId(window * 20L + i),
                  new UserId(i),
                  Profile.unknown(),
                  new ItemId(i),
                  new UserId(i),
                  "",
                  Source.FRESH,
                  0,
                  probability,
                  "m",
                  at(window)),
              new float[1],
              i % 10 == window % 10 ? SyntheticStream.POSITIVE : 1,
              0,
              1));
    }
    return examples;
  }

  private static Instant at(int window) {
    return SyntheticStream.at(window);
  }
}
