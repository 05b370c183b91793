package dev.roost.simulator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.DriftKind;
import dev.roost.simulator.scenario.Ramp;
import dev.roost.simulator.scenario.Slice;
import dev.roost.simulator.scenario.WorldFile;
import dev.roost.simulator.world.Country;
import dev.roost.simulator.world.EngagementWeights;
import dev.roost.simulator.world.Topics;
import dev.roost.simulator.world.World;
import dev.roost.simulator.world.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TasteFlippingTest {

  private static final int DAY = 96;

  private static World world() {
    var start = Instant.parse("2026-01-05T00:00:00Z");
    return World.generate(
        new WorldSettings(7, 1_000, start, 900, WorldFile.usual()), EngagementWeights.standard());
  }

  private static int changed(World world, World before, Country country) {
    int changed = 0;
    for (int user = 0; user < 1_000; user++) {
      if (world.people().country(user) == country && !isEqual(world, before, user)) {
        changed++;
      }
    }
    return changed;
  }

  private static boolean isEqual(World world, World before, int user) {
    for (int topic = 0; topic < Topics.COUNT; topic++) {
      if (world.tastes().of(user, topic) != before.tastes().of(user, topic)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void changesEverybodyInTheCountryAtTheOnsetAndNobodyElse() {
    var world = world();
    var flip =
        Injection.of(
            Drift.sudden(DriftKind.TASTE_FLIP, Slice.parse("country=BR"), Duration.ofDays(1)),
            world);

    flip.apply(DAY - 1);
    assertThat(changed(world, world(), Country.BR)).isZero();
    flip.apply(DAY);
    flip.apply(DAY + 1);
    assertThat(changed(world, world(), Country.BR)).isEqualTo(200);
    assertThat(changed(world, world(), Country.US)).isZero();
  }

  @Test
  void aRampChangesPeopleOneByOne() {
    var world = world();
    var ramp = Duration.ofDays(2);
    var flip =
        Injection.of(
            Drift.sudden(DriftKind.TASTE_FLIP, Slice.parse("country=BR"), Duration.ofDays(1))
                .ramping(new Ramp.Gradual(ramp)),
            world);

    flip.apply(2 * DAY);
    assertThat(changed(world, world(), Country.BR)).isBetween(70, 130);
    flip.apply(3 * DAY);
    assertThat(changed(world, world(), Country.BR)).isEqualTo(200);
  }

  @Test
  void whatPeopleLikedLosesTheShareOfValueThatTheMagnitudeSays() {
    var world = world();
    for (int tick = 0; tick < 5 * DAY; tick++) {
      world.write(tick);
    }
    boolean[] inside = world.people().inhabitants(Country.BR);
    var sample = new Sample(world, inside, 5 * DAY);
    var swaps =
        TopicSwaps.of(world.tastes(), inside, sample.supply(), Chance.of(7, "swaps in a test"));
    var strength = new FlipStrength(sample, swaps);

    double dial = strength.dialFor(0.3);

    assertThat(dial).isBetween(0.5, TopicSwaps.MOST_PAIRS - 0.5);
    assertThat(strength.lost(dial)).isCloseTo(0.3, within(0.03));
    assertThat(strength.lost(0)).isCloseTo(0, within(1e-12));
    assertThat(changed(world, world(), Country.BR)).isZero(); // measuring leaves no trace
  }

  @Test
  void theInjectionTakesAwayWhatItsMagnitudeSays() {
    var world = world();
    for (int tick = 0; tick < 5 * DAY; tick++) {
      world.write(tick);
    }
    var sample = new Sample(world, world.people().inhabitants(Country.BR), 5 * DAY);
    int[][] liked = best(sample);
    double before = value(sample, liked);
    var flip =
        Drift.sudden(DriftKind.TASTE_FLIP, Slice.parse("country=BR"), Duration.ofDays(5))
            .ofMagnitude(0.3);

    Injection.of(flip, world).apply(5 * DAY);

    double stillServed = value(sample, liked);
    double nowBest = value(sample, best(sample));
    assertThat((0.6 * stillServed + 0.4 * nowBest) / before).isCloseTo(0.7, within(0.03));
    assertThat(nowBest / before).isCloseTo(1, within(0.15)); // as much to read as there was
  }

  private static int[][] best(Sample sample) {
    return IntStream.range(0, sample.people())
        .mapToObj(nth -> sample.best(sample.user(nth), 100))
        .toArray(int[][]::new);
  }

  private static double value(Sample sample, int[][] lists) {
    double sum = 0;
    for (int nth = 0; nth < lists.length; nth++) {
      for (int item : lists[nth]) {
        sum += sample.value(sample.user(nth), item);
      }
    }
    return sum;
  }

  @Test
  void swappingTwiceUndoesTheSwap() {
    var world = world();
    boolean[] inside = world.people().inhabitants(Country.BR);
    var chance = Chance.of(7, "swaps in a test");
    var swaps = TopicSwaps.of(world.tastes(), inside, new double[Topics.COUNT], chance);

    for (int user = 0; user < 1_000; user++) {
      swaps.swap(world.tastes(), user, 7.3);
    }
    assertThat(changed(world, world(), Country.BR)).isEqualTo(200);
    for (int user = 0; user < 1_000; user++) {
      swaps.swap(world.tastes(), user, 7.3);
    }
    assertThat(changed(world, world(), Country.BR)).isZero();
  }
}
