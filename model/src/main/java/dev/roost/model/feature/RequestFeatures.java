package dev.roost.model.feature;

import static dev.roost.model.feature.Feature.*;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.time.ZoneOffset;

/// The feature rows of one request; for one thread.
public final class RequestFeatures {

  private static final double HOUR = 3_600_000;
  private static final double FADE = 72 * HOUR; // half-life of shares of topics and writers
  private static final double PRIOR_RATE = 0.05;
  private static final double PRIOR_WEIGHT = 20;
  private static final int DAY_HEAT = 1;
  private static final short UNKNOWN_LANGUAGE = ItemTable.language("zz");

  private final ItemTable table;
  private final ReaderTaste taste;
  private final long nowMillis;
  private final short language;
  private final ReaderView reader;
  private final float[] template = new float[Feature.values().length];
  private final RecentWeights topics;
  private final RecentWeights writers;
  private final RecentWeights engaged;
  private final RecentWeights shown;

  RequestFeatures(ItemTable table, ReaderView reader, FeedQuery query, ReaderTaste taste) {
    this.table = table;
    this.taste = taste;
    this.reader = reader;
    nowMillis = query.at().toEpochMilli();
    language = ItemTable.language(reader.profile().language());
    int recent = reader.history().recentCount();
    topics = new RecentWeights(recent);
    writers = new RecentWeights(recent);
    engaged = new RecentWeights(recent);
    shown = new RecentWeights(reader.history().seenCount());
    remember();
    fillTemplate(query);
  }

  private void remember() {
    var history = reader.history();
    for (int i = 0; i < history.recentCount(); i++) {
      long at = history.recentAtMillis(i);
      float weight = (float) StrictMath.pow(2, -Math.max(0, nowMillis - at) / FADE);
      remember(history.recentItem(i), at, weight);
    }
    for (int i = 0; i < history.seenCount(); i++) {
      shown.add(history.seenItem(i), 1, 0);
    }
  }

  private void remember(long item, long at, float weight) {
    topics.addToTotal(weight);
    writers.addToTotal(weight);
    long row = table.rowOf(item);
    if (row < 0) {
      engaged.add(item, 1, at);
      return;
    }
    engaged.add(table.originalId((int) row), 1, at);
    writers.add(table.writer((int) row), weight, at);
    if (table.topic((int) row) != 0) {
      topics.add(table.topic((int) row), weight, at);
    }
  }

  private void fillTemplate(FeedQuery query) {
    for (var feature : Feature.values()) {
      template[feature.ordinal()] = feature.missing();
    }
    var profile = reader.profile();
    template[READER_AGE_BAND.ordinal()] = profile.ageBand().ordinal();
    template[READER_COUNTRY.ordinal()] = country(profile.country());
    template[READER_TENURE.ordinal()] = hours(nowMillis - reader.since().toEpochMilli()) / 24;
    template[HOUR_OF_DAY.ordinal()] =
        query.at().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3_600f;
    var history = reader.history();
    for (int i = 0; i < ItemTable.HALF_LIVES; i++) {
      template[READER_IMPRESSIONS_1H.ordinal() + i] = log(history.impressions(i, query.at()));
      template[READER_POSITIVES_1H.ordinal() + i] = log(history.positives(i, query.at()));
    }
    int longest = ItemTable.HALF_LIVES - 1;
    template[READER_RATE.ordinal()] =
        rate(history.positives(longest, query.at()), history.impressions(longest, query.at()));
    template[DEPTH.ordinal()] = query.depth();
  }

  private static float country(String code) {
    return code.equals("ZZ")
        ? READER_COUNTRY.missing()
        : 26 * (code.charAt(0) - 'A') + code.charAt(1) - 'A';
  }

  static float hours(long millis) {
    return (float) Math.clamp(millis / HOUR, 0, NEVER);
  }

  private static float rate(double positives, double impressions) {
    return (float)
        Math.min(1, (positives + PRIOR_RATE * PRIOR_WEIGHT) / (impressions + PRIOR_WEIGHT));
  }

  /// Writes the features of a candidate.
  ///
  /// @param out row-major rows; `size` values are overwritten from `offset` on, all of them finite
  public void fill(int row, float[] out, int offset) {
    System.arraycopy(template, 0, out, offset, template.length);
    fillCounts(row, out, offset);
    fillHeat(row, out, offset);
    fillContent(row, out, offset);
    fillPlace(row, out, offset);
    fillMemory(row, out, offset);
  }

  private void fillCounts(int row, float[] out, int offset) {
    int impressions = table.count(row, EngagementKind.IMPRESSION);
    int clicks = table.count(row, EngagementKind.CLICK);
    int likes = table.count(row, EngagementKind.LIKE);
    int shares = table.count(row, EngagementKind.SHARE);
    int comments = table.count(row, EngagementKind.COMMENT);
    out[offset + ITEM_AGE.ordinal()] = hours(nowMillis - table.atMillis(row));
    out[offset + ITEM_IMPRESSIONS.ordinal()] = log(impressions);
    out[offset + ITEM_CLICKS.ordinal()] = log(clicks);
    out[offset + ITEM_LIKES.ordinal()] = log(likes);
    out[offset + ITEM_SHARES.ordinal()] = log(shares);
    out[offset + ITEM_COMMENTS.ordinal()] = log(comments);
    out[offset + ITEM_HIDES.ordinal()] =
        log(
            (double) table.count(row, EngagementKind.HIDE)
                + table.count(row, EngagementKind.REPORT));
    out[offset + ITEM_RATE.ordinal()] =
        rate((double) clicks + likes + shares + comments, impressions);
  }

  private void fillHeat(int row, float[] out, int offset) {
    for (int i = 0; i < ItemTable.HALF_LIVES; i++) {
      out[offset + ITEM_POSITIVES_1H.ordinal() + i] = log(table.positives(row, i));
    }
    out[offset + ITEM_IMPRESSIONS_1H.ordinal()] = log(table.impressions(row, 0));
    out[offset + ITEM_IMPRESSIONS_1D.ordinal()] = log(table.impressions(row, DAY_HEAT));
    out[offset + ITEM_RATE_1D.ordinal()] =
        rate(table.positives(row, DAY_HEAT), table.impressions(row, DAY_HEAT));
  }

  private void fillContent(int row, float[] out, int offset) {
    var post = table.post(row);
    if (post != null) {
      out[offset + ITEM_MEDIA.ordinal()] = post.media().ordinal();
      out[offset + ITEM_TEXT.ordinal()] = log(post.text().length());
    }
    out[offset + ITEM_IS_REPOST.ordinal()] = table.originalId(row) == table.id(row) ? 0 : 1;
    short spoken = table.languageOf(row);
    if (language != UNKNOWN_LANGUAGE && spoken != UNKNOWN_LANGUAGE) {
      out[offset + LANGUAGE_MATCH.ordinal()] = spoken == language ? 1 : -1;
    }
  }

  private void fillPlace(int row, float[] out, int offset) {
    if (taste.column() >= 0) {
      out[offset + TASTE.ordinal()] = taste.reader(table, row);
      out[offset + COUNTRY_TASTE.ordinal()] = taste.country(table, row);
      out[offset + AGE_TASTE.ordinal()] = taste.ageBand(table, row);
      out[offset + LANGUAGE_TASTE.ordinal()] = taste.language(table, row);
    }
  }

  private void fillMemory(int row, float[] out, int offset) {
    if (table.topic(row) != 0) {
      int topic = topics.slot(table.topic(row));
      out[offset + TOPIC_SHARE.ordinal()] = topics.share(topic);
      out[offset + SINCE_TOPIC.ordinal()] = topics.hoursSince(topic, nowMillis);
    }
    int writer = writers.slot(table.writer(row));
    out[offset + WRITER_SHARE.ordinal()] = writers.share(writer);
    out[offset + SINCE_WRITER.ordinal()] = writers.hoursSince(writer, nowMillis);
    int same = engaged.slot(table.originalId(row));
    out[offset + ENGAGED_BEFORE.ordinal()] = engaged.weight(same) > 0 ? 1 : 0;
    out[offset + SINCE_ENGAGED.ordinal()] = engaged.hoursSince(same, nowMillis);
    out[offset + SHOWN_BEFORE.ordinal()] = timesShown(row);
    out[offset + FOLLOWS_AUTHOR.ordinal()] = reader.relations().follows(table.author(row)) ? 1 : 0;
  }

  /// Returns how many remembered impressions were of this row's item or of its original.
  public float timesShown(int row) {
    float times = shown.weight(shown.slot(table.id(row)));
    return table.originalId(row) == table.id(row)
        ? times
        : times + shown.weight(shown.slot(table.originalId(row)));
  }
}
