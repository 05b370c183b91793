package dev.roost.simulator.replay;

import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Nearness by neighbours: an item is near if the readers of what somebody read lately read it too.
///
/// The nearness of an item is the sum of its cosines with the newest items of the reader but
/// itself, where an item is the set of its readers: the readers of both, who fade, over the root of
/// the product of the readers of each, who do not. Counts are kept as engagements are told; of a
/// reader with many items each new one is paired with the newest [#PAIRED].
///
/// Source: Sarwar, Karypis, Konstan and Riedl, [Item-based collaborative filtering recommendation
/// algorithms](https://doi.org/10.1145/371920.372071), WWW 2001. Differs in cosines of sets, since
/// logs have no ratings, in fading (on Deskdrop far better than without, or with all counts
/// fading), in counting only the newest items of a reader, and in keeping all neighbours.
final class Neighbours implements Affinity {

  private static final int PAIRED = 100;
  private static final double HIGHEST = 0x1p500;

  private final LiveItems live;
  private final int newest;
  private final Duration halfLife;
  private final Map<Integer, Map<Integer, Double>> both = new HashMap<>();
  private int[] readers = {};
  private Instant start;

  /// Starts without counts.
  ///
  /// @param newest how many of a reader's items count, at least 1
  /// @param halfLife in which readers of two items fade
  /// @param start an instant that counts are scaled to, not after the first
  Neighbours(LiveItems live, int newest, Duration halfLife, Instant start) {
    this.live = live;
    this.newest = newest;
    this.halfLife = halfLife;
    this.start = start;
  }

  /// Returns those that a tuning chooses from: for items of 28 days, half-lives of 6 hours, a day
  /// and a week.
  static List<Affinity> grid(Protocol protocol, LiveItems live, Instant start) {
    var grid = new ArrayList<Affinity>();
    for (int newest : new int[] {10, 50}) {
      for (int part : new int[] {112, 28, 4}) {
        grid.add(new Neighbours(live, newest, protocol.horizon().dividedBy(part), start));
      }
    }
    return grid;
  }

  @Override
  public String settings() {
    return "newest " + newest + ", readers of both halve in " + halfLife;
  }

  @Override
  public void tell(UserId reader, SequencedSet<Integer> earlier, int item, Instant at) {
    double weight = weight(at);
    if (item >= readers.length) {
      readers = Arrays.copyOf(readers, Math.max(64, 2 * item));
    }
    readers[item]++;
    int left = PAIRED;
    for (int other : earlier.reversed()) {
      if (left-- == 0) {
        return;
      }
      add(item, other, weight);
      add(other, item, weight);
    }
  }

  private void add(int from, int to, double weight) {
    if (to >= live.oldest()) {
      both.computeIfAbsent(from, _ -> new HashMap<>()).merge(to, weight, Double::sum);
    }
  }

  /// Returns what an engagement counts, scaled to the start; a start too far away is moved.
  private double weight(Instant at) {
    double weight = growth(at);
    if (weight <= HIGHEST) {
      return weight;
    }
    both.values().forEach(row -> row.replaceAll((_, count) -> count / weight));
    start = at;
    return 1;
  }

  private double growth(Instant at) {
    double halfLives = (double) Duration.between(start, at).toMillis() / halfLife.toMillis();
    return StrictMath.pow(2, halfLives);
  }

  @Override
  public double[] to(UserId reader, SequencedSet<Integer> engaged, Instant now) {
    var near = new double[live.size()];
    int left = newest;
    for (int item : engaged.reversed()) {
      if (left-- == 0) {
        break;
      }
      double scale = 1 / Math.sqrt(readers[item]);
      both.getOrDefault(item, Map.of())
          .forEach((other, count) -> add(near, other - live.oldest(), count * scale));
    }
    double growth = growth(now);
    for (int i = 0; i < near.length; i++) {
      near[i] = near[i] == 0 ? 0 : near[i] / growth / Math.sqrt(readers[live.oldest() + i]);
    }
    return near;
  }

  private static void add(double[] near, int place, double count) {
    if (place >= 0) {
      near[place] += count;
    }
  }
}
