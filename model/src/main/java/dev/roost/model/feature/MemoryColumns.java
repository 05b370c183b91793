package dev.roost.model.feature;

import static dev.roost.model.feature.Feature.*;

import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;

/// The features that tell what a reader did with the item before, with its writer, with its topic.
final class MemoryColumns {

  private static final double SHARE_FADE_MILLIS = 72 * 3_600_000d; // half-life of shares

  private final ItemTable table;
  private final Relations relations;
  private final long nowMillis;
  private final RecentWeights topics;
  private final RecentWeights writers;
  private final RecentWeights engaged;
  private final RecentWeights shown;
  private final RecentWeights shownWriters;
  private final RecentWeights shownTopics;
  private long lastPostedMillis = Long.MIN_VALUE; // of the item engaged with last, if it is known

  /// @param template gets what is the same for all candidates
  MemoryColumns(ItemTable table, ReaderView reader, long nowMillis, float[] template) {
    this.table = table;
    this.nowMillis = nowMillis;
    relations = reader.relations();
    var history = reader.history();
    int recent = history.recentCount();
    topics = new RecentWeights(recent, RecentWeights.FADING);
    writers = new RecentWeights(recent, RecentWeights.FADING);
    engaged = new RecentWeights(recent, RecentWeights.FADING);
    shown = new RecentWeights(history.seenCount(), 1);
    shownWriters = new RecentWeights(history.seenCount(), 1);
    shownTopics = new RecentWeights(history.seenCount(), 1);
    for (int i = 0; i < recent; i++) {
      remember(history.recentItem(i), history.recentAtMillis(i));
    }
    for (int i = 0; i < history.seenCount(); i++) {
      rememberShown(history.seenItem(i), history.seenAtMillis(i));
    }
    fillLast(history, template);
  }

  private void remember(long item, long at) {
    var fades = RecentWeights.fades(nowMillis - at, SHARE_FADE_MILLIS);
    topics.addToTotal(fades[0]);
    writers.addToTotal(fades[0]);
    long row = table.rowOf(item);
    if (row < 0) {
      engaged.add(item, fades, at);
      return;
    }
    engaged.add(table.originalId((int) row), fades, at);
    writers.add(table.writer((int) row), fades, at);
    if (table.topic((int) row) != 0) {
      topics.add(table.topic((int) row), fades, at);
    }
  }

  private void rememberShown(long item, long at) {
    shown.add(item, RecentWeights.ONCE, at);
    long row = table.rowOf(item);
    if (row >= 0) {
      shownWriters.add(table.writer((int) row), RecentWeights.ONCE, at);
      shownTopics.add(table.topic((int) row), RecentWeights.ONCE, at);
    }
  }

  private void fillLast(ReaderHistory history, float[] template) {
    int count = history.recentCount();
    if (count == 0) {
      return;
    }
    template[SINCE_LAST.ordinal()] =
        RequestFeatures.hours(nowMillis - history.recentAtMillis(count - 1));
    long row = table.rowOf(history.recentItem(count - 1));
    if (row >= 0) {
      lastPostedMillis = table.atMillis((int) row);
      template[LAST_AGE.ordinal()] = RequestFeatures.hours(nowMillis - lastPostedMillis);
    }
  }

  void fill(int row, float[] out, int offset) {
    if (table.topic(row) != 0) {
      int topic = topics.slot(table.topic(row));
      out[offset + TOPIC_SHARE.ordinal()] = topics.share(topic);
      fillCounts(topics, topic, out, offset + TOPIC_POSITIVES_1H.ordinal());
      out[offset + SINCE_TOPIC.ordinal()] = topics.hoursSince(topic, nowMillis);
      int seen = shownTopics.slot(table.topic(row));
      out[offset + TOPIC_SEEN.ordinal()] = log(shownTopics.weight(seen));
    }
    int writer = writers.slot(table.writer(row));
    out[offset + WRITER_SHARE.ordinal()] = writers.share(writer);
    fillCounts(writers, writer, out, offset + WRITER_POSITIVES_1H.ordinal());
    out[offset + SINCE_WRITER.ordinal()] = writers.hoursSince(writer, nowMillis);
    int seen = shownWriters.slot(table.writer(row));
    out[offset + WRITER_SEEN.ordinal()] = log(shownWriters.weight(seen));
    out[offset + SINCE_WRITER_SEEN.ordinal()] = shownWriters.hoursSince(seen, nowMillis);
    fillItem(row, out, offset);
  }

  void fillLight(int row, float[] out) {
    int topic = table.topic(row);
    out[TOPIC_SHARE.ordinal()] =
        topic == 0 ? TOPIC_SHARE.missing() : topics.share(topics.slot(topic));
    out[WRITER_SHARE.ordinal()] = writers.share(writers.slot(table.writer(row)));
    out[FOLLOWS_AUTHOR.ordinal()] = relations.follows(table.author(row)) ? 1 : 0;
  }

  private void fillItem(int row, float[] out, int offset) {
    int same = engaged.slot(table.originalId(row));
    out[offset + ENGAGED_BEFORE.ordinal()] = engaged.weight(same) > 0 ? 1 : 0;
    out[offset + SINCE_ENGAGED.ordinal()] = engaged.hoursSince(same, nowMillis);
    out[offset + SHOWN_BEFORE.ordinal()] = timesShown(row);
    out[offset + FOLLOWS_AUTHOR.ordinal()] = relations.follows(table.author(row)) ? 1 : 0;
    if (lastPostedMillis != Long.MIN_VALUE) {
      double hours = (table.atMillis(row) - lastPostedMillis) / 3_600_000d;
      out[offset + AFTER_LAST.ordinal()] = (float) Math.clamp(hours, -NEVER, NEVER);
    }
  }

  private static void fillCounts(RecentWeights weights, int slot, float[] out, int at) {
    for (int h = 0; h < ReaderHistory.HALF_LIVES.size(); h++) {
      out[at + h] = log(weights.faded(slot, h));
    }
  }

  private float timesShown(int row) {
    float times = shown.weight(shown.slot(table.id(row)));
    return table.originalId(row) == table.id(row)
        ? times
        : times + shown.weight(shown.slot(table.originalId(row)));
  }
}
