package dev.roost.simulator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.Country;
import dev.roost.simulator.world.EngagementWeights;
import dev.roost.simulator.world.Topics;
import dev.roost.simulator.world.World;
import dev.roost.simulator.world.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TasteFlippingTest {

  private static final int DAY = 96;

  private static World world() {
    var start = Instant.parse("2026-01-05T00:00:00Z");
    return World.generate(
        new WorldSettings(7, 1_000, start, 900, Integer.MAX_VALUE), EngagementWeights.standard());
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
    var flip = Injection.of(new Drift.TasteFlip("BR", Duration.ofDays(1), Duration.ZERO, 1), world);

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
    var flip = Injection.of(new Drift.TasteFlip("BR", Duration.ofDays(1), ramp, 1), world);

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
