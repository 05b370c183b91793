package dev.roost.model.retrieve;

import dev.roost.model.domain.ItemId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.reader.ReaderView;
import java.util.List;

/// Where sponsored items come from: what is offered, and in which order. Which of it is shown, and
/// where, the rules of ranking decide.
///
/// Safe for any thread: a view like the others, asked once for each feed and answered from memory.
@FunctionalInterface
public interface Sponsors {

  /// Returns the items offered for a feed, the best offer first; a few, each of which is made
  /// features of. What is not retained, was seen or may not be shown is left out by ranking.
  List<ItemId> offers(ReaderView reader, FeedQuery query);

  /// Returns that nothing is offered.
  static Sponsors none() {
    return (_, _) -> List.of();
  }

  /// Returns that the same items are offered to everybody, in this order.
  static Sponsors of(List<ItemId> items) {
    var offered = List.copyOf(items);
    return (_, _) -> offered;
  }
}
