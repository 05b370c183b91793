package dev.roost.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.junit.jupiter.api.Test;

/// Two crowds, each with items of its own: readers 0 to 9 read items 0 to 7, readers 10 to 19 items
/// 8 to 15.
final class FactorsTest {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Chance CHANCE = Chance.of(5, "factors test");

  private final LiveItems live = new LiveItems(Duration.ofDays(9));
  private final Map<Integer, SequencedSet<Integer>> engaged = new HashMap<>();
  private final Factors factors =
      new Factors(
          new Factors.Shape(4, 0.1, 10),
          new Protocol(Duration.ofDays(9), DAY, DAY, Duration.ofDays(27), 1),
          live,
          CHANCE);

  private void tell(int reader, int item, Instant at) {
    var earlier = engaged.computeIfAbsent(reader, _ -> new LinkedHashSet<>());
    factors.tell(new UserId(reader), earlier, item, at);
    earlier.add(item);
  }

  private double[] near(int reader, Instant now) {
    return factors.to(new UserId(reader), engaged.getOrDefault(reader, new LinkedHashSet<>()), now);
  }

  private void twoCrowds() {
    for (int item = 0; item < 18; item++) {
      live.add(new ItemId(item + 1), START);
    }
    for (int reader = 0; reader < 20; reader++) {
      for (int item = 0; item < 8; item++) {
        if (CHANCE.happens(0.7, reader, item, 0)) {
          tell(reader, item + (reader < 10 ? 0 : 8), START);
        }
      }
    }
  }

  @Test
  void anItemIsNearThoseWhoseCrowdReadsIt() {
    twoCrowds();

    for (int reader = 0; reader < 20; reader++) {
      double[] near = near(reader, START.plus(DAY));
      double first = Arrays.stream(near, 0, 8).average().orElseThrow();
      double second = Arrays.stream(near, 8, 16).average().orElseThrow();
      assertThat(reader < 10 ? first - second : second - first).isGreaterThan(0.2);
    }
  }

  @Test
  void whatCameSinceTheTrainingIsFoldedIn() {
    twoCrowds();
    near(0, START.plus(DAY));
    var soon = START.plus(DAY).plusSeconds(60); // before the next training

    for (int reader = 0; reader < 5; reader++) {
      tell(reader, 16, soon);
    }
    tell(99, 0, soon);
    tell(99, 1, soon);

    assertThat(near(7, soon)[16]).isGreaterThan(near(17, soon)[16] + 0.1);
    assertThat(near(99, soon)[2]).isGreaterThan(near(99, soon)[10] + 0.1);
  }

  @Test
  void aReaderWhoDidNothingIsNearNothing() {
    twoCrowds();

    assertThat(near(77, START.plus(DAY))).containsOnly(0);
  }
}
