package dev.roost.model.feature;

import static dev.roost.model.feature.Feature.*;

import dev.roost.model.crowd.Crowd;
import dev.roost.model.crowd.GroupRates;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;

/// The features that tell what a reader did with the item before, with its writer, its topic and
/// its language, and, for want of that, what readers like them did.
final class MemoryColumns {

  private static final double SHARE_FADE_MILLIS = 72 * 3_600_000d; // half-life of shares

  private final ItemTable table;
  private final Relations relations;
  private final long nowMillis;
  private final KeyMemory topics;
  private final KeyMemory writers;
  private final KeyMemory languages;
  private final KeyMemory items;
  private final GroupRates.Seen countryTopics;
  private final GroupRates.Seen ageBandTopics;
  private final GroupRates.Seen readLanguages;
  private long lastPostedMillis = Long.MIN_VALUE; // of the item engaged with last, if it is known

  /// @param template gets what is the same for all candidates
  MemoryColumns(ItemTable table, Crowd crowd, ReaderView reader, long nowMillis, float[] template) {
    this.table = table;
    this.nowMillis = nowMillis;
    relations = reader.relations();
    var profile = reader.profile();
    countryTopics = crowd.countryTopics().of(Crowd.country(profile));
    ageBandTopics = crowd.ageBandTopics().of(profile.ageBand().ordinal());
    readLanguages = crowd.readLanguages().of(Crowd.language(profile));
    var history = reader.history();
    int room = history.recentCount() + history.seenCount();
    topics = new KeyMemory(room);
    writers = new KeyMemory(room);
    languages = new KeyMemory(room);
    items = new KeyMemory(room);
    remember(history);
    fillLast(history, template);
  }

  /// Both memories are bounded, so rates are of the time that both reach back to.
  private void remember(ReaderHistory history) {
    int recent = history.recentCount();
    int seen = history.seenCount();
    long engagedFrom =
        recent == ReaderHistory.RECENT ? minute(history.recentAtMillis(0)) : Long.MIN_VALUE;
    long shownFrom = seen == ReaderHistory.SEEN ? history.seenAtMillis(0) : Long.MIN_VALUE;
    for (int i = 0; i < recent; i++) {
      long at = history.recentAtMillis(i);
      rememberEngaged(history.recentItem(i), at, at >= shownFrom);
    }
    for (int i = 0; i < seen; i++) {
      long at = history.seenAtMillis(i);
      rememberShown(history.seenItem(i), at, at >= engagedFrom);
    }
  }

  /// Returns the beginning of a minute, to which impressions are known.
  private static long minute(long millis) {
    return Math.floorDiv(millis, 60_000L) * 60_000L;
  }

  private void rememberEngaged(long item, long at, boolean isCompared) {
    var fades = KeyMemory.fades(nowMillis - at, SHARE_FADE_MILLIS);
    topics.addToTotal(fades[0]);
    writers.addToTotal(fades[0]);
    long known = table.rowOf(item);
    if (known < 0) {
      items.engaged(item, fades, at, isCompared);
      return;
    }
    int row = (int) known;
    items.engaged(table.originalId(row), fades, at, isCompared);
    writers.engaged(table.writer(row), fades, at, isCompared);
    topics.engaged(table.topic(row), fades, at, isCompared);
    languages.engaged(table.languageOf(row), fades, at, isCompared);
  }

  private void rememberShown(long item, long at, boolean isCompared) {
    items.shown(item, at, isCompared);
    long known = table.rowOf(item);
    if (known >= 0) {
      int row = (int) known;
      writers.shown(table.writer(row), at, isCompared);
      topics.shown(table.topic(row), at, isCompared);
      languages.shown(table.languageOf(row), at, isCompared);
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
    float rate = fillTopic(row, out, offset);
    int language = table.languageOf(row);
    out[offset + LANGUAGE_RATE.ordinal()] =
        languages.rate(languages.entry(language), readLanguages.rate(language));
    int writer = writers.entry(table.writer(row));
    out[offset + WRITER_SHARE.ordinal()] = writers.share(writer);
    fillCounts(writers, writer, out, offset + WRITER_POSITIVES_1H.ordinal());
    out[offset + SINCE_WRITER.ordinal()] = writers.hoursSinceEngaged(writer, nowMillis);
    out[offset + WRITER_SEEN.ordinal()] = log(writers.shown(writer));
    out[offset + SINCE_WRITER_SEEN.ordinal()] = writers.hoursSinceShown(writer, nowMillis);
    out[offset + WRITER_OWN_RATE.ordinal()] = writers.rate(writer, rate);
    fillItem(row, out, offset);
  }

  /// Returns the rate of the topic.
  private float fillTopic(int row, float[] out, int offset) {
    int topic = table.topic(row);
    float ofCountry = countryTopics.rate(topic);
    int entry = topics.entry(topic);
    float rate = topics.rate(entry, ofCountry);
    if (topic != 0) {
      out[offset + TOPIC_SHARE.ordinal()] = topics.share(entry);
      fillCounts(topics, entry, out, offset + TOPIC_POSITIVES_1H.ordinal());
      out[offset + SINCE_TOPIC.ordinal()] = topics.hoursSinceEngaged(entry, nowMillis);
      out[offset + TOPIC_SEEN.ordinal()] = log(topics.shown(entry));
      out[offset + TOPIC_RATE.ordinal()] = rate;
      out[offset + COUNTRY_TOPIC_RATE.ordinal()] = ofCountry;
      out[offset + AGE_TOPIC_RATE.ordinal()] = ageBandTopics.rate(topic);
    }
    return rate;
  }

  void fillLight(int row, float[] out) {
    int topic = table.topic(row);
    int entry = topics.entry(topic);
    out[TOPIC_SHARE.ordinal()] = topic == 0 ? TOPIC_SHARE.missing() : topics.share(entry);
    out[TOPIC_RATE.ordinal()] =
        topic == 0 ? TOPIC_RATE.missing() : topics.rate(entry, countryTopics.rate(topic));
    int language = table.languageOf(row);
    out[LANGUAGE_RATE.ordinal()] =
        languages.rate(languages.entry(language), readLanguages.rate(language));
    out[WRITER_SHARE.ordinal()] = writers.share(writers.entry(table.writer(row)));
    out[FOLLOWS_AUTHOR.ordinal()] = relations.follows(table.author(row)) ? 1 : 0;
  }

  private void fillItem(int row, float[] out, int offset) {
    int same = items.entry(table.originalId(row));
    out[offset + ENGAGED_BEFORE.ordinal()] = items.isEngaged(same) ? 1 : 0;
    out[offset + SINCE_ENGAGED.ordinal()] = items.hoursSinceEngaged(same, nowMillis);
    out[offset + SHOWN_BEFORE.ordinal()] =
        table.originalId(row) == table.id(row)
            ? items.shown(same)
            : items.shown(same) + items.shown(items.entry(table.id(row)));
    out[offset + FOLLOWS_AUTHOR.ordinal()] = relations.follows(table.author(row)) ? 1 : 0;
    if (lastPostedMillis != Long.MIN_VALUE) {
      double hours = (table.atMillis(row) - lastPostedMillis) / 3_600_000d;
      out[offset + AFTER_LAST.ordinal()] = (float) Math.clamp(hours, -NEVER, NEVER);
    }
  }

  private static void fillCounts(KeyMemory memory, int entry, float[] out, int at) {
    for (int h = 0; h < ReaderHistory.HALF_LIVES.size(); h++) {
      out[at + h] = log(memory.faded(entry, h));
    }
  }
}
