package dev.roost.model.rank;

import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import java.time.Instant;

/// What a reader was shown lately, by original, topic and writer; filled for one request after
/// another.
///
/// An original and its reposts are one: who saw one of them has seen all. Of an item that is no
/// longer retained only its identifier is known, so of its kind only the original can be told.
final class ShownLately {

  private final ItemTable table;
  private final long withinMillis;
  private final double halfLifeMillis;
  private final boolean remembers;
  private final KeyedSums originals = new KeyedSums();
  private final KeyedSums topics = new KeyedSums();
  private final KeyedSums writers = new KeyedSums();

  ShownLately(ItemTable table, SeenSettings seen, DiversitySettings diversity) {
    this.table = table;
    withinMillis = seen.within().toMillis();
    halfLifeMillis = diversity.shownHalfLife().toMillis();
    remembers = diversity.remembers();
    forget();
  }

  /// Forgets everything.
  void forget() {
    clear(0);
  }

  private void clear(int mostKeys) {
    originals.clear(mostKeys);
    topics.clear(mostKeys);
    writers.clear(mostKeys);
  }

  /// Takes in a history, O(n) for n impressions, and forgets what was known before.
  void of(ReaderHistory history, Instant now) {
    clear(history.seenCount());
    long minute = Long.MIN_VALUE;
    double weight = 0;
    for (int i = 0; i < history.seenCount(); i++) {
      long age = now.toEpochMilli() - history.seenAtMillis(i);
      if (remembers && history.seenAtMillis(i) != minute) { // whole pages share one
        minute = history.seenAtMillis(i);
        weight = StrictMath.pow(2, -Math.max(0, age) / halfLifeMillis);
      }
      add(history.seenItem(i), age <= withinMillis, weight);
    }
  }

  private void add(long item, boolean counts, double weight) {
    long row = table.rowOf(item);
    if (counts) {
      originals.add(row < 0 ? item : table.originalId((int) row), 1);
    }
    if (remembers && row >= 0) {
      topics.add(table.topic((int) row), weight);
      writers.add(table.writer((int) row), weight);
    }
  }

  /// Returns how often an original or a repost of it was shown within the window.
  int times(long original) {
    return (int) originals.of(original);
  }

  /// Returns the impressions of a topic, each faded by its age; 0 for no topic.
  double ofTopic(int topic) {
    return topic == 0 ? 0 : topics.of(topic);
  }

  /// Returns the impressions of a writer's items, each faded by its age.
  double ofWriter(long writer) {
    return writers.of(writer);
  }
}
