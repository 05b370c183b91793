package dev.roost.api.http;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was served to readers who page through a feed, so that no page repeats an item of an
/// earlier one; of a repost its original is kept.
///
/// Each page adds an entry of its own and never changes one, so a cursor that is used twice goes on
/// from the same place twice. Entries expire, and beyond their number the oldest leave.
///
/// Safe for any thread.
final class FeedSessions {

  /// What a reader was served on one page and on all before it.
  static final class Served {

    private final UserId reader;
    private final List<ItemId> items;
    private final @Nullable Served before;
    private final Instant until;
    private final int pages;
    private final int total;

    private Served(UserId reader, List<ItemId> items, @Nullable Served before, Instant until) {
      this.reader = reader;
      this.items = List.copyOf(items);
      this.before = before;
      this.until = until;
      pages = before == null ? 1 : before.pages + 1;
      total = before == null ? items.size() : before.total + items.size();
    }

    UserId reader() {
      return reader;
    }

    /// Returns how many pages were served.
    int pages() {
      return pages;
    }

    /// Returns how many items were served.
    int total() {
      return total;
    }

    /// Returns the items of all pages; a fresh set.
    Set<ItemId> items() {
      var all = new HashSet<ItemId>(2 * total);
      for (var each = this; each != null; each = each.before) {
        all.addAll(each.items);
      }
      return all;
    }
  }

  private final Duration lifetime;
  private final SecureRandom random;
  private final Map<Long, Served> byNumber;

  FeedSessions(Duration lifetime, int capacity, SecureRandom random) {
    this.lifetime = lifetime;
    this.random = random;
    byNumber =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Served> eldest) {
            return size() > capacity;
          }
        };
  }

  /// Remembers a page and returns the number of its entry.
  ///
  /// @param before the page before it, null for the first
  synchronized long add(UserId reader, List<ItemId> items, @Nullable Served before, Instant now) {
    dropExpired(now);
    long number = random.nextLong();
    byNumber.put(number, new Served(reader, items, before, now.plus(lifetime)));
    return number;
  }

  /// Returns the entry of a number, or empty if it has expired.
  synchronized Optional<Served> find(long number, Instant now) {
    return Optional.ofNullable(byNumber.get(number)).filter(entry -> now.isBefore(entry.until));
  }

  /// Drops from the oldest on: all live equally long, so those that follow a live one live too.
  private void dropExpired(Instant now) {
    var oldest = byNumber.values().iterator();
    while (oldest.hasNext() && !now.isBefore(oldest.next().until)) {
      oldest.remove();
    }
  }
}
