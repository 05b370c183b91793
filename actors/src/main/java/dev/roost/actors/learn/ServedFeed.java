package dev.roost.actors.learn;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.learn.Example;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A feed as it was served: its items in order, and the features that ranking saw of each.
///
/// A final class that owns its arrays; nobody writes them after construction.
public final class ServedFeed {

  private final RequestId request;
  private final UserId reader;
  private final Instant at;
  private final boolean exhaustive;
  private final List<Example.Served> items;
  private final float[][] features;

  /// Returns a served feed.
  ///
  /// @param exhaustive whether every live item was ranked, so that "not engaged with" is told by
  ///     the absence of an engagement and not by an impression without one
  /// @param features shape `[items][schema size]`; owned by the feed from here on
  public ServedFeed(
      RequestId request,
      UserId reader,
      Instant at,
      boolean exhaustive,
      List<Example.Served> items,
      float[][] features) {
    this.request = requireNonNull(request);
    this.reader = requireNonNull(reader);
    this.at = requireNonNull(at);
    this.exhaustive = exhaustive;
    this.items = List.copyOf(items);
    this.features = features;
    if (features.length != items.size()) {
      throw new IllegalArgumentException(
          "features of " + features.length + " items for " + items.size());
    }
    if (exhaustive && items.stream().anyMatch(item -> item.position() != Example.UNPLACED)) {
      throw new IllegalArgumentException("an exhaustive ranking gives its items no places");
    }
  }

  /// Returns this feed as it answers a later request, with some of its items.
  ///
  /// @param places of those items, ascending
  public ServedFeed answering(RequestId later, Instant when, int[] places) {
    var left = new ArrayList<Example.Served>();
    var rows = new float[places.length][];
    for (int place = 0; place < places.length; place++) {
      left.add(items.get(places[place]).answering(later, when, place));
      rows[place] = features[places[place]];
    }
    return new ServedFeed(later, reader, when, exhaustive, left, rows);
  }

  /// Returns the identifier that engagements cite.
  public RequestId request() {
    return request;
  }

  /// Returns whom the feed was for.
  public UserId reader() {
    return reader;
  }

  /// Returns when it was asked.
  public Instant at() {
    return at;
  }

  /// Returns whether every live item was ranked.
  public boolean isExhaustive() {
    return exhaustive;
  }

  /// Returns the items in the order served.
  public List<Example.Served> items() {
    return items;
  }

  /// Returns the features of the `i`-th item; not to be written.
  public float[] features(int i) {
    return features[i];
  }

  /// Returns the example of the `i`-th item with what came of it.
  Example example(int i, int kinds, float dwellSeconds, float weight) {
    return Example.of(items.get(i), features[i], kinds, dwellSeconds, weight);
  }
}
