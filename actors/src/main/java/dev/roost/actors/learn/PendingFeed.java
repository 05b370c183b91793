package dev.roost.actors.learn;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.learn.Example;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A served feed that waits for what its reader does.
final class PendingFeed {

  /// By time, then by request: the same for every order of arrival.
  static final Comparator<PendingFeed> ORDER =
      Comparator.comparing((PendingFeed pending) -> pending.feed.at())
          .thenComparing(pending -> pending.feed.request());

  private static final Chance SAMPLING = Chance.of(0, "unseen-sample");
  private static final int IMPRESSION = 1 << EngagementKind.IMPRESSION.ordinal();

  private final ServedFeed feed;
  private final Instant closesAt;
  private final Map<Long, Outcome> outcomes = new HashMap<>();

  /// What was done with an item: bits by ordinal of the kinds, and how long it was looked at.
  private record Outcome(int kinds, float dwellSeconds) {

    private static final Outcome NONE = new Outcome(0, 0);

    Outcome with(Engagement engagement) {
      float seconds = engagement.dwell().toMillis() / 1_000f;
      return new Outcome(kinds | (1 << engagement.kind().ordinal()), dwellSeconds + seconds);
    }
  }

  PendingFeed(ServedFeed feed, Instant closesAt) {
    this.feed = feed;
    this.closesAt = closesAt;
  }

  RequestId request() {
    return feed.request();
  }

  Instant closesAt() {
    return closesAt;
  }

  boolean isBy(UserId reader) {
    return feed.reader().equals(reader);
  }

  void add(List<Engagement> engagements) {
    for (var engagement : engagements) {
      outcomes.compute(
          engagement.item().value(),
          (_, before) -> (before == null ? Outcome.NONE : before).with(engagement));
    }
  }

  /// Adds what is learned from the feed.
  ///
  /// @param unseenPerEngaged items not engaged with for each engaged one of an exhaustive feed
  void examples(double unseenPerEngaged, List<Example> into) {
    if (feed.isExhaustive()) {
      engagedAndSome(unseenShare(unseenPerEngaged), into);
    } else {
      impressions(into);
    }
  }

  /// Adds an example for each impression.
  private void impressions(List<Example> into) {
    for (int i = 0; i < feed.items().size(); i++) {
      var outcome = of(feed.items().get(i).item());
      if ((outcome.kinds() & IMPRESSION) != 0) {
        into.add(feed.example(i, outcome.kinds(), outcome.dwellSeconds(), 1));
      }
    }
  }

  /// Adds an example for each engaged item, and for a share of the others, weighted up.
  private void engagedAndSome(double unseenShare, List<Example> into) {
    for (int i = 0; i < feed.items().size(); i++) {
      var item = feed.items().get(i).item();
      var outcome = of(item);
      if (outcome.kinds() != 0) {
        into.add(feed.example(i, outcome.kinds() | IMPRESSION, outcome.dwellSeconds(), 1));
      } else if (SAMPLING.happens(unseenShare, feed.request().value(), item.value(), 0)) {
        into.add(feed.example(i, IMPRESSION, 0, (float) (1 / unseenShare)));
      }
    }
  }

  /// Returns the share of the items not engaged with that gives so many for each engaged item.
  private double unseenShare(double perEngaged) {
    long engaged = feed.items().stream().filter(served -> of(served.item()).kinds() != 0).count();
    return Math.min(1, perEngaged * engaged / Math.max(1, feed.items().size() - engaged));
  }

  private Outcome of(ItemId item) {
    return outcomes.getOrDefault(item.value(), Outcome.NONE);
  }
}
