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
  private final Map<Long, Integer> kindsByItem = new HashMap<>();

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
      int bit = 1 << engagement.kind().ordinal();
      kindsByItem.merge(engagement.item().value(), bit, (a, b) -> a | b);
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
      int kinds = kinds(feed.items().get(i).item());
      if ((kinds & IMPRESSION) != 0) {
        into.add(feed.example(i, kinds, 1));
      }
    }
  }

  /// Adds an example for each engaged item, and for a share of the others, weighted up.
  private void engagedAndSome(double unseenShare, List<Example> into) {
    for (int i = 0; i < feed.items().size(); i++) {
      var item = feed.items().get(i).item();
      int kinds = kinds(item);
      if (kinds != 0) {
        into.add(feed.example(i, kinds | IMPRESSION, 1));
      } else if (SAMPLING.happens(unseenShare, feed.request().value(), item.value(), 0)) {
        into.add(feed.example(i, IMPRESSION, (float) (1 / unseenShare)));
      }
    }
  }

  /// Returns the share of the items not engaged with that gives so many for each engaged item.
  private double unseenShare(double perEngaged) {
    long engaged = feed.items().stream().filter(served -> kinds(served.item()) != 0).count();
    return Math.min(1, perEngaged * engaged / Math.max(1, feed.items().size() - engaged));
  }

  private int kinds(ItemId item) {
    return kindsByItem.getOrDefault(item.value(), 0);
  }
}
