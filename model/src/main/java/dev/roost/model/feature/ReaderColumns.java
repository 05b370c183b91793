package dev.roost.model.feature;

import static dev.roost.model.feature.Feature.*;

import dev.roost.model.crowd.Rates;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.Profile;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import java.time.ZoneOffset;

/// The features that are the same for all candidates of a request.
final class ReaderColumns {

  private static final int KINDS = EngagementKind.values().length;
  private static final int WEEK = 2; // index among the half-lives

  private ReaderColumns() {}

  static void fill(ReaderView reader, FeedQuery query, float[] out) {
    fillProfile(reader.profile(), out);
    var at = query.at().atOffset(ZoneOffset.UTC);
    out[READER_TENURE.ordinal()] =
        RequestFeatures.hours(query.at().toEpochMilli() - reader.since().toEpochMilli()) / 24;
    out[HOUR_OF_DAY.ordinal()] = at.toLocalTime().toSecondOfDay() / 3_600f;
    out[DAY_OF_WEEK.ordinal()] = at.getDayOfWeek().getValue() - 1;
    out[DEVICE.ordinal()] = query.occasion().device().ordinal();
    out[DEPTH.ordinal()] = query.occasion().depth();
    out[ASKED_FROM.ordinal()] = query.occasion().from();
    fillHistory(reader.history(), query, out);
  }

  private static void fillProfile(Profile profile, float[] out) {
    out[READER_AGE_BAND.ordinal()] = profile.ageBand().ordinal();
    if (!profile.country().equals("ZZ")) {
      out[READER_COUNTRY.ordinal()] = RequestFeatures.code(profile.country(), 'A');
    }
    if (!profile.language().equals("zz")) {
      out[READER_LANGUAGE.ordinal()] = RequestFeatures.code(profile.language(), 'a');
    }
  }

  private static void fillHistory(ReaderHistory history, FeedQuery query, float[] out) {
    long now = query.at().toEpochMilli();
    if (history.lastAt().toEpochMilli() > 0) {
      out[SINCE_ACTIVE.ordinal()] = RequestFeatures.hours(now - history.lastAt().toEpochMilli());
    }
    out[READER_ITEMS.ordinal()] = log(history.recentCount());
    double[] counts = history.counts().at(query.at());
    for (int h = 0; h < ReaderHistory.HALF_LIVES.size(); h++) {
      fillCounts(counts, h, out);
    }
    double clicked = positives(counts, WEEK);
    out[READER_RATE.ordinal()] =
        Rates.of(clicked, of(counts, WEEK, EngagementKind.IMPRESSION), Rates.POSITIVE);
  }

  private static void fillCounts(double[] counts, int h, float[] out) {
    out[READER_IMPRESSIONS_1H.ordinal() + h] = log(of(counts, h, EngagementKind.IMPRESSION));
    out[READER_POSITIVES_1H.ordinal() + h] = log(positives(counts, h));
    out[READER_CLICKS_1H.ordinal() + h] = log(of(counts, h, EngagementKind.CLICK));
    out[READER_LIKES_1H.ordinal() + h] = log(of(counts, h, EngagementKind.LIKE));
    out[READER_SHARES_1H.ordinal() + h] = log(of(counts, h, EngagementKind.SHARE));
    out[READER_COMMENTS_1H.ordinal() + h] = log(of(counts, h, EngagementKind.COMMENT));
    out[READER_HIDES_1H.ordinal() + h] =
        log(of(counts, h, EngagementKind.HIDE) + of(counts, h, EngagementKind.REPORT));
  }

  private static double of(double[] counts, int halfLife, EngagementKind kind) {
    return counts[halfLife * KINDS + kind.ordinal()];
  }

  private static double positives(double[] counts, int halfLife) {
    return of(counts, halfLife, EngagementKind.CLICK)
        + of(counts, halfLife, EngagementKind.LIKE)
        + of(counts, halfLife, EngagementKind.SHARE)
        + of(counts, halfLife, EngagementKind.COMMENT);
  }
}
