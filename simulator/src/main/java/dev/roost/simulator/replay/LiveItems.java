package dev.roost.simulator.replay;

import dev.roost.model.domain.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The items of a log, numbered in order of their first event, and which of them compete.
///
/// An item competes from the instant after its first event until it is older than the horizon. The
/// numbers of those that do are the range from [#oldest()] to [#count()].
final class LiveItems {

  private final Duration horizon;
  private final Map<ItemId, Integer> numbers = new HashMap<>();
  private final List<Instant> firstSeen = new ArrayList<>();
  private int oldest;

  LiveItems(Duration horizon) {
    this.horizon = horizon;
  }

  /// Lets items go that are older than the horizon at `now`, which never goes back.
  void retire(Instant now) {
    var limit = now.minus(horizon);
    while (oldest < firstSeen.size() && firstSeen.get(oldest).isBefore(limit)) {
      oldest++;
    }
  }

  /// Numbers an item unless it has a number.
  ///
  /// @return whether it is new
  boolean add(ItemId item, Instant at) {
    if (numbers.putIfAbsent(item, firstSeen.size()) != null) {
      return false;
    }
    firstSeen.add(at);
    return true;
  }

  /// Returns the number of an item that was added.
  int numberOf(ItemId item) {
    return numbers.getOrDefault(item, -1);
  }

  /// Returns whether an item competes.
  boolean isLive(ItemId item) {
    return numberOf(item) >= oldest; // an unknown one has -1
  }

  /// Returns the lowest number of those that compete.
  int oldest() {
    return oldest;
  }

  /// Returns how many items were ever added: one more than the highest number.
  int count() {
    return firstSeen.size();
  }

  /// Returns how many compete.
  int size() {
    return firstSeen.size() - oldest;
  }
}
