package dev.roost.simulator.run;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.baseline.Baseline;
import dev.roost.simulator.baseline.ListQuality;
import dev.roost.simulator.baseline.Pool;
import dev.roost.simulator.baseline.Popularity;
import dev.roost.simulator.world.Reading;
import dev.roost.simulator.world.World;
import java.util.Arrays;

/// Holds some of the feeds served against what the baselines would have served.
///
/// Which sessions are sampled depends on reader and tick only, so all worlds sample the same ones.
final class Sampler {

  private static final double HALF_LIFE_DAYS = 0.5; // of the popularity baseline

  private static final int LAST_SEEN = 20; // about one feed

  private final World world;
  private final Memory memory;
  private final Popularity popularity;
  private final Pool pool;
  private final QualitySums sums;
  private final Chance chance;
  private final double share;
  private int[] marks = new int[1024];
  private int mark;

  Sampler(World world, Memory memory, SimulationSettings settings) {
    this.world = world;
    this.memory = memory;
    this.popularity = new Popularity(HALF_LIFE_DAYS * settings.ticksPerDay());
    this.pool = new Pool(world, popularity, settings.feedLimit());
    this.sums = new QualitySums(world.people().size());
    this.chance = Chance.of(settings.seed(), "sampled sessions");
    this.share = 1.0 / settings.sampleEvery();
  }

  boolean isSampled(int user, int tick) {
    return chance.happens(share, user, tick, 0);
  }

  /// Returns the true expected value of the list of each baseline for the reader of a feed.
  ///
  /// @param oldest first item within the horizon
  double[] measure(Visit visit, int oldest) {
    var reading = visit.reading();
    fill(reading.user(), reading.second(), oldest);
    int[] before = memory.lastSeen(reading.user(), LAST_SEEN);
    var lists = new ListQuality[Baseline.values().length];
    for (var baseline : Baseline.values()) {
      int[] items =
          baseline == Baseline.SERVED
              ? served(reading)
              : pool.list(baseline, reading.user(), reading.second());
      lists[baseline.ordinal()] =
          ListQuality.of(world, reading.user(), reading.second(), items, before);
    }
    sums.add(reading.user(), lists);
    addImpressions(visit);
    return Arrays.stream(lists).mapToDouble(ListQuality::value).toArray();
  }

  /// Fills the pool with what the reader could be shown: of each original only the newest item, and
  /// none whose original was seen, be it as a repost.
  private void fill(int user, int second, int oldest) {
    var content = world.content();
    if (marks.length < content.size()) {
      marks = Arrays.copyOf(marks, 2 * content.size());
    }
    memory.markSeen(user, marks, ++mark);
    int[] found = new int[content.size() - oldest];
    int count = 0;
    for (int item = content.size() - 1; item >= oldest; item--) {
      int author = content.author(item);
      int original = content.original(item);
      if (marks[original] != mark
          && author != user
          && content.writer(item) != user
          && content.deletedAt(item) > second
          && !world.society().isBlocked(user, author)) {
        marks[original] = mark;
        found[count++] = item;
      }
    }
    pool.clear();
    while (count > 0) {
      pool.add(found[--count]);
    }
  }

  private static int[] served(Reading reading) {
    var items = new int[reading.length()];
    for (int position = 0; position < items.length; position++) {
      items[position] = reading.item(position);
    }
    return items;
  }

  private void addImpressions(Visit visit) {
    var reading = visit.reading();
    var behaviour = world.behaviour();
    double looking = 1; // chance that no click above was the last thing attended to
    for (int position = 0; position < reading.onScreen(); position++) {
      double stated = visit.page().items().get(position).probability();
      int item = reading.item(position);
      double click = item < 0 ? 0 : behaviour.click(reading.user(), item, reading.second());
      double chance = click * looking * behaviour.attention(reading.user(), position);
      if (stated >= 0 && stated <= 1 && item >= 0) {
        sums.addImpression(stated, chance, reading.isPositive(position));
      }
      looking -= behaviour.stopsAfterClick() * chance;
    }
  }

  /// Counts positive engagements for the popularity baseline.
  void learn(Reading reading) {
    for (int position = 0; position < reading.onScreen(); position++) {
      if (reading.isPositive(position)) {
        popularity.add(reading.item(position));
      }
    }
  }

  /// Lets a tick pass.
  void fade(int oldest) {
    popularity.fade(oldest);
  }

  QualitySums sums() {
    return sums;
  }
}
