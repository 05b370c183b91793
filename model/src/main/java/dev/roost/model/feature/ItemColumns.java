package dev.roost.model.feature;

import static dev.roost.model.domain.EngagementKind.*;
import static dev.roost.model.feature.Feature.*;

import dev.roost.model.crowd.Rates;
import dev.roost.model.item.ItemTable;
import dev.roost.model.item.WriterTotals;

/// The features of an item and of its writer.
final class ItemColumns {

  private static final int HOUR = 1; // indices among the half-lives of heat
  private static final int DAY = 2;
  private static final double HOURS_OF_DAY = 24;
  private static final double TELL_APART = 1e6; // so that even little heat has a logarithm
  private static final short UNKNOWN_LANGUAGE = ItemTable.language("zz");

  private final ItemTable table;
  private final long nowMillis;
  private final int published;
  private final short language; // of the reader
  private final float hottest;
  private final WriterTotals.Slots writers;

  ItemColumns(ItemTable table, long nowMillis, String language) {
    this.table = table;
    this.nowMillis = nowMillis;
    this.language = ItemTable.language(language);
    published = table.published();
    writers = table.writers();
    hottest = log(TELL_APART * table.hottest(HOUR));
  }

  void fill(int row, float[] out, int offset) {
    fillCounts(row, out, offset);
    fillHeat(row, out, offset);
    fillAge(row, out, offset);
    fillContent(row, out, offset);
    fillLanguage(row, out, offset);
    fillWriter(row, out, offset);
  }

  void fillLight(int row, float[] out) {
    double hour = table.positives(row, HOUR);
    double day = table.positives(row, DAY);
    out[ITEM_POSITIVES_1H.ordinal()] = log(hour);
    out[ITEM_POSITIVES_1D.ordinal()] = log(day);
    out[ITEM_RATE_1D.ordinal()] = Rates.of(day, table.impressions(row, DAY), Rates.POSITIVE);
    out[ITEM_HEAT_GAP.ordinal()] = hottest - log(TELL_APART * hour);
    fillAge(row, out, 0);
    short spoken = table.languageOf(row);
    out[LANGUAGE_MATCH.ordinal()] =
        spoken == UNKNOWN_LANGUAGE || language == UNKNOWN_LANGUAGE
            ? LANGUAGE_MATCH.missing()
            : match(spoken);
    fillWriter(row, out, 0);
  }

  private float match(short spoken) {
    return spoken == language ? 1 : -1;
  }

  private void fillCounts(int row, float[] out, int offset) {
    int impressions = table.count(row, IMPRESSION);
    int clicks = table.count(row, CLICK);
    int likes = table.count(row, LIKE);
    int shares = table.count(row, SHARE);
    int comments = table.count(row, COMMENT);
    double hides = (double) table.count(row, HIDE) + table.count(row, REPORT);
    out[offset + ITEM_IMPRESSIONS.ordinal()] = log(impressions);
    out[offset + ITEM_CLICKS.ordinal()] = log(clicks);
    out[offset + ITEM_LIKES.ordinal()] = log(likes);
    out[offset + ITEM_SHARES.ordinal()] = log(shares);
    out[offset + ITEM_COMMENTS.ordinal()] = log(comments);
    out[offset + ITEM_HIDES.ordinal()] = log(hides);
    out[offset + ITEM_RATE.ordinal()] =
        Rates.of((double) clicks + likes + shares + comments, impressions, Rates.POSITIVE);
    out[offset + ITEM_CLICK_RATE.ordinal()] = Rates.of(clicks, impressions, Rates.CLICK);
    out[offset + ITEM_LIKE_RATE.ordinal()] = Rates.of(likes, impressions, Rates.LIKE);
    out[offset + ITEM_SHARE_RATE.ordinal()] = Rates.of(shares, impressions, Rates.SHARE);
    out[offset + ITEM_COMMENT_RATE.ordinal()] = Rates.of(comments, impressions, Rates.COMMENT);
    out[offset + ITEM_HIDE_RATE.ordinal()] = Rates.of(hides, impressions, Rates.HIDE);
  }

  private void fillHeat(int row, float[] out, int offset) {
    for (int i = 0; i < ItemTable.HALF_LIVES; i++) {
      out[offset + ITEM_POSITIVES_15M.ordinal() + i] = log(table.positives(row, i));
    }
    double hour = table.positives(row, HOUR);
    double day = table.positives(row, DAY);
    out[offset + ITEM_IMPRESSIONS_1H.ordinal()] = log(table.impressions(row, HOUR));
    out[offset + ITEM_IMPRESSIONS_1D.ordinal()] = log(table.impressions(row, DAY));
    out[offset + ITEM_RATE_1D.ordinal()] =
        Rates.of(day, table.impressions(row, DAY), Rates.POSITIVE);
    out[offset + ITEM_VELOCITY.ordinal()] = log(HOURS_OF_DAY * hour) - log(day);
    out[offset + ITEM_HEAT_GAP.ordinal()] = hottest - log(TELL_APART * hour);
    long last = table.positiveMillis(row);
    if (last > 0) {
      out[offset + SINCE_POSITIVE.ordinal()] = RequestFeatures.hours(nowMillis - last);
    }
  }

  private void fillAge(int row, float[] out, int offset) {
    out[offset + ITEM_AGE.ordinal()] = RequestFeatures.hours(nowMillis - table.atMillis(row));
    out[offset + ITEM_NEWER.ordinal()] = log(Math.max(0, published - row - 1));
  }

  private void fillContent(int row, float[] out, int offset) {
    var post = table.post(row);
    if (post != null) {
      out[offset + ITEM_MEDIA.ordinal()] = post.media().ordinal();
      out[offset + ITEM_TEXT.ordinal()] = log(post.text().length());
    }
    out[offset + ITEM_IS_REPOST.ordinal()] = table.originalId(row) == table.id(row) ? 0 : 1;
  }

  private void fillLanguage(int row, float[] out, int offset) {
    short spoken = table.languageOf(row);
    if (spoken != UNKNOWN_LANGUAGE) {
      out[offset + ITEM_LANGUAGE.ordinal()] = 26 * ((spoken >> 8) - 'a') + (spoken & 0xff) - 'a';
      if (language != UNKNOWN_LANGUAGE) {
        out[offset + LANGUAGE_MATCH.ordinal()] = match(spoken);
      }
    }
  }

  private void fillWriter(int row, float[] out, int offset) {
    int writer = writers.find(table.writer(row));
    float shown = writers.shown(writer);
    out[offset + WRITER_IMPRESSIONS.ordinal()] = log(shown);
    out[offset + WRITER_RATE.ordinal()] = Rates.of(writers.positive(writer), shown, Rates.POSITIVE);
  }
}
