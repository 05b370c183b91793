package dev.roost.actors.learn;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
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

  /// Adds an example for each impression; of an exhaustive feed that was engaged with, for each
  /// engaged item and a share of the others, weighted up.
  void examples(double unseenShare, List<Example> into) {
    boolean exhaustive = feed.isExhaustive();
    if (exhaustive && kindsByItem.isEmpty()) {
      return;
    }
    for (int i = 0; i < feed.items().size(); i++) {
      var item = feed.items().get(i).item();
      int kinds = kindsByItem.getOrDefault(item.value(), 0);
      if (exhaustive && kinds == 0) {
        if (SAMPLING.happens(unseenShare, feed.request().value(), item.value(), 0)) {
          into.add(feed.example(i, IMPRESSION, (float) (1 / unseenShare)));
        }
      } else if (exhaustive || (kinds & IMPRESSION) != 0) {
        into.add(feed.example(i, kinds | IMPRESSION, 1));
      }
    }
  }
}
