package dev.roost.api.study;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// How many impressions the posts of a world had in their first day.
final class Reach {

  private static final int DAY = (int) Duration.ofDays(1).toSeconds();
  private static final int FIRST_POSTS = 3;

  private final TrueWorld world;
  private final AtomicIntegerArray impressions;

  Reach(TrueWorld world) {
    this.world = world;
    impressions = new AtomicIntegerArray(world.world().content().size());
  }

  void add(List<Engagement> engagements, Instant at) {
    for (var engagement : engagements) {
      int item = world.item(engagement.item().value());
      boolean early = TrueWorld.second(at) - world.world().content().second(item) <= DAY;
      if (engagement.kind() == EngagementKind.IMPRESSION && early) {
        impressions.incrementAndGet(item);
      }
    }
  }

  /// Returns the first three posts of authors who had not written before some day, as far as they
  /// were there for a day.
  int[] ofNewAuthors(int fromDay, int days) {
    var content = world.world().content();
    var posts = new int[world.world().people().size()];
    return IntStream.range(0, content.size())
        .filter(item -> posts[content.author(item)]++ < FIRST_POSTS)
        .filter(item -> isNew(content.author(item), fromDay))
        .filter(item -> content.second(item) < (days - 1) * DAY)
        .filter(item -> content.deletedAt(item) - content.second(item) > DAY)
        .toArray();
  }

  private boolean isNew(int author, int fromDay) {
    var content = world.world().content();
    return IntStream.range(0, content.size())
        .filter(item -> content.author(item) == author)
        .allMatch(item -> content.second(item) >= fromDay * DAY);
  }

  /// Returns all other posts of the same time.
  int[] ofOthers(int fromDay, int days) {
    var content = world.world().content();
    var isNew = new boolean[content.size()];
    for (int item : ofNewAuthors(fromDay, days)) {
      isNew[item] = true;
    }
    return IntStream.range(0, content.size())
        .filter(item -> !isNew[item])
        .filter(item -> content.second(item) >= fromDay * DAY)
        .filter(item -> content.second(item) < (days - 1) * DAY)
        .filter(item -> content.deletedAt(item) - content.second(item) > DAY)
        .toArray();
  }

  /// Returns the share of items that had so many impressions within a day of being posted.
  double share(int[] items, int least) {
    return IntStream.of(items).filter(item -> impressions.get(item) >= least).count()
        / (double) items.length;
  }

  /// Returns the median of their impressions within a day.
  int median(int[] items) {
    int[] sorted = IntStream.of(items).map(impressions::get).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
