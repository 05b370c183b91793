package dev.roost.simulator.replay;

import static dev.roost.simulator.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.Gen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NeighboursTest {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final int ITEMS = 6;
  private static final int NEWEST = 2;

  private record Told(int reader, int item, Instant at) {}

  private final LiveItems live = new LiveItems(Duration.ofDays(99_999));

  @Test
  void nearnessIsThatOfBruteForce() {
    forAll(
        gen -> {
          var halfLife = Duration.ofDays(gen.whole(1, 30));
          var told = told(gen);
          var readers = new LinkedHashMap<Integer, SequencedSet<Integer>>();
          var neighbours = neighbours(halfLife, told, readers);
          var now = told.getLast().at().plus(Duration.ofDays(1));

          readers.forEach(
              (reader, engaged) -> {
                double[] near = neighbours.to(new UserId(reader), engaged, now);
                for (int item = 0; item < ITEMS; item++) {
                  assertThat(near[item])
                      .isCloseTo(nearness(told, engaged, item, halfLife, now), within(1e-9));
                }
              });
        });
  }

  private static List<Told> told(Gen gen) {
    var told = new ArrayList<Told>();
    var seen = new HashSet<List<Integer>>();
    var at = START;
    for (int i = gen.whole(1, 30); i > 0; i--) {
      int reader = gen.whole(1, 6);
      int item = gen.whole(0, ITEMS);
      at = at.plus(Duration.ofDays(gen.whole(0, 400))); // far enough for the counts to be moved
      if (seen.add(List.of(reader, item))) {
        told.add(new Told(reader, item, at));
      }
    }
    return told;
  }

  private Neighbours neighbours(
      Duration halfLife, List<Told> told, Map<Integer, SequencedSet<Integer>> readers) {
    for (int item = 0; item < ITEMS; item++) {
      live.add(new ItemId(item + 1), START);
    }
    var neighbours = new Neighbours(live, NEWEST, halfLife, START);
    for (var one : told) {
      var earlier = readers.computeIfAbsent(one.reader(), _ -> new LinkedHashSet<>());
      neighbours.tell(new UserId(one.reader()), earlier, one.item(), one.at());
      earlier.add(one.item());
    }
    return neighbours;
  }

  private static double nearness(
      List<Told> told, Set<Integer> engaged, int item, Duration halfLife, Instant now) {
    double sum = 0;
    for (int other : engaged.stream().skip(Math.max(0, engaged.size() - NEWEST)).toList()) {
      double both = 0;
      for (var one : told) {
        for (var two : told) {
          if (one.item() == item && two.item() == other && one.reader() == two.reader()) {
            var later = one.at().isAfter(two.at()) ? one.at() : two.at();
            double age = Duration.between(later, now).toSeconds();
            both += other == item ? 0 : Math.pow(2, -age / halfLife.toSeconds());
          }
        }
      }
      sum += both == 0 ? 0 : both / Math.sqrt(count(told, item) * count(told, other));
    }
    return sum;
  }

  private static double count(List<Told> told, int item) {
    return told.stream().filter(one -> one.item() == item).count();
  }
}
