package dev.roost.model.feature;

import java.util.Locale;

/// What a model may know of a reader and a candidate, in the order of the feature row.
///
/// Values are never NaN: what is unknown has the value [#missing()], so that trees route it the
/// same way everywhere. Counts enter as [#log(double)]; trees depend on their order alone. A
/// "faded" count loses half of each event per half-life; "positive" is a click, like, share or
/// comment; the "writer" of a repost is the original's.
public enum Feature {
  // the reader
  READER_AGE_BAND("ordinal", 0, "age band the reader told; 0 if none"),
  READER_COUNTRY("code", -1, "26 * first + second letter of the country, from 0"),
  READER_LANGUAGE("code", -1, "26 * first + second letter of the language, from 0"),
  READER_TENURE("days", 0, "since the account was opened"),
  DEVICE("ordinal", 0, "kind of device; 0 if unknown"),
  HOUR_OF_DAY("hours", -1, "since midnight, UTC"),
  DAY_OF_WEEK("days", -1, "since Monday, UTC"),

  // what the reader did
  SINCE_ACTIVE("hours", Feature.NEVER, "since the reader last did anything"),
  READER_ITEMS("log2", 0, "items remembered for a positive engagement"),
  READER_IMPRESSIONS_1H("log2", 0, "impressions, half-life 1 hour"),
  READER_IMPRESSIONS_1D("log2", 0, "impressions, half-life 1 day"),
  READER_IMPRESSIONS_7D("log2", 0, "impressions, half-life 7 days"),
  READER_IMPRESSIONS_30D("log2", 0, "impressions, half-life 30 days"),
  READER_POSITIVES_1H("log2", 0, "positive engagements, half-life 1 hour"),
  READER_POSITIVES_1D("log2", 0, "positive engagements, half-life 1 day"),
  READER_POSITIVES_7D("log2", 0, "positive engagements, half-life 7 days"),
  READER_POSITIVES_30D("log2", 0, "positive engagements, half-life 30 days"),
  READER_CLICKS_1H("log2", 0, "clicks, half-life 1 hour"),
  READER_CLICKS_1D("log2", 0, "clicks, half-life 1 day"),
  READER_CLICKS_7D("log2", 0, "clicks, half-life 7 days"),
  READER_CLICKS_30D("log2", 0, "clicks, half-life 30 days"),
  READER_LIKES_1H("log2", 0, "likes, half-life 1 hour"),
  READER_LIKES_1D("log2", 0, "likes, half-life 1 day"),
  READER_LIKES_7D("log2", 0, "likes, half-life 7 days"),
  READER_LIKES_30D("log2", 0, "likes, half-life 30 days"),
  READER_SHARES_1H("log2", 0, "shares, half-life 1 hour"),
  READER_SHARES_1D("log2", 0, "shares, half-life 1 day"),
  READER_SHARES_7D("log2", 0, "shares, half-life 7 days"),
  READER_SHARES_30D("log2", 0, "shares, half-life 30 days"),
  READER_COMMENTS_1H("log2", 0, "comments, half-life 1 hour"),
  READER_COMMENTS_1D("log2", 0, "comments, half-life 1 day"),
  READER_COMMENTS_7D("log2", 0, "comments, half-life 7 days"),
  READER_COMMENTS_30D("log2", 0, "comments, half-life 30 days"),
  READER_HIDES_1H("log2", 0, "hides and reports, half-life 1 hour"),
  READER_HIDES_1D("log2", 0, "hides and reports, half-life 1 day"),
  READER_HIDES_7D("log2", 0, "hides and reports, half-life 7 days"),
  READER_HIDES_30D("log2", 0, "hides and reports, half-life 30 days"),
  READER_RATE("ratio", 0, "positives per impression, half-life 7 days, smoothed"),
  SINCE_LAST("hours", Feature.NEVER, "since the last positive engagement"),
  LAST_AGE("hours", Feature.NEVER, "since the item of that engagement was posted"),

  // the item
  ITEM_AGE("hours", 0, "since the item was posted"),
  ITEM_NEWER("log2", 0, "items that came after it"),
  ITEM_IMPRESSIONS("log2", 0, "impressions so far"),
  ITEM_CLICKS("log2", 0, "clicks so far"),
  ITEM_LIKES("log2", 0, "likes so far"),
  ITEM_SHARES("log2", 0, "shares so far"),
  ITEM_COMMENTS("log2", 0, "comments so far"),
  ITEM_HIDES("log2", 0, "hides and reports so far"),
  ITEM_READERS("log2", 0, "readers who engaged with it, half-life 30 days"),
  ITEM_RATE("ratio", 0, "positives per impression so far, smoothed"),
  ITEM_CLICK_RATE("ratio", 0, "clicks per impression so far, smoothed"),
  ITEM_LIKE_RATE("ratio", 0, "likes per impression so far, smoothed"),
  ITEM_SHARE_RATE("ratio", 0, "shares per impression so far, smoothed"),
  ITEM_COMMENT_RATE("ratio", 0, "comments per impression so far, smoothed"),
  ITEM_HIDE_RATE("ratio", 0, "hides and reports per impression so far, smoothed"),
  ITEM_POSITIVES_15M("log2", 0, "positive engagements, half-life 15 minutes"),
  ITEM_POSITIVES_1H("log2", 0, "positive engagements, half-life 1 hour"),
  ITEM_POSITIVES_1D("log2", 0, "positive engagements, half-life 1 day"),
  ITEM_POSITIVES_7D("log2", 0, "positive engagements, half-life 7 days"),
  ITEM_POSITIVES_30D("log2", 0, "positive engagements, half-life 30 days"),
  ITEM_IMPRESSIONS_1H("log2", 0, "impressions, half-life 1 hour"),
  ITEM_IMPRESSIONS_1D("log2", 0, "impressions, half-life 1 day"),
  ITEM_RATE_1D("ratio", 0, "positives per impression, half-life 1 day, smoothed"),
  ITEM_VELOCITY("log2", 0, "positives an hour of late, over those of the last day"),
  ITEM_HEAT_GAP("log2", 0, "positives of the hottest item over its own, half-life 1 hour"),
  SINCE_POSITIVE("hours", Feature.NEVER, "since anyone's last positive engagement with it"),
  ITEM_MEDIA("ordinal", -1, "kind of media"),
  ITEM_TEXT("log2", 0, "characters of text"),
  ITEM_IS_REPOST("flag", 0, "whether the item repeats another"),
  ITEM_LANGUAGE("code", -1, "26 * first + second letter of its language, from 0"),
  WRITER_IMPRESSIONS("log2", 0, "impressions of all by its writer, half-life 30 days"),
  WRITER_RATE("ratio", 0, "positives per impression of all by its writer, smoothed"),
  COUNTRY_POSITIVES_1D("log2", 0, "positives of the reader's country, half-life 1 day"),
  LANGUAGE_POSITIVES_1D("log2", 0, "positives of readers of the language, half-life 1 day"),

  // the reader and the item
  COMPANY_LAST("log2", 0, "readers of the last item who engaged, too, half-life 1 day"),
  COMPANY_1D("log2", 0, "the same over the last 20 items, half-life 1 day"),
  COMPANY_30D("log2", 0, "the same over the last 20 items, half-life 30 days"),
  COMPANY_COSINE("ratio", 0, "the same, over the root of the readers of both"),
  TASTE("dot", 0, "reader's taste with the item's place; 0 if either is unknown"),
  COUNTRY_TASTE("dot", 0, "taste of the reader's country with the item's place"),
  AGE_TASTE("dot", 0, "taste of the reader's age band with the item's place"),
  LANGUAGE_TASTE("dot", 0, "taste of the reader's language with the item's place"),
  LAST_NEAR("dot", 0, "place of the last item with the item's place"),
  FIVE_NEAR("dot", 0, "nearest of the last 5 items to the item's place"),
  TOPIC_SHARE("ratio", 0, "recent positives on the item's topic, faded, of all"),
  TOPIC_POSITIVES_1H("log2", 0, "positives on the item's topic, half-life 1 hour"),
  TOPIC_POSITIVES_1D("log2", 0, "positives on the item's topic, half-life 1 day"),
  TOPIC_POSITIVES_7D("log2", 0, "positives on the item's topic, half-life 7 days"),
  TOPIC_POSITIVES_30D("log2", 0, "positives on the item's topic, half-life 30 days"),
  SINCE_TOPIC("hours", Feature.NEVER, "since the last positive on the item's topic"),
  TOPIC_RATE("ratio", 0, "positives per impression of its topic, drawn to the country's"),
  COUNTRY_TOPIC_RATE("ratio", 0, "the same of the reader's country, half-life 7 days"),
  AGE_TOPIC_RATE("ratio", 0, "the same of the reader's age band, half-life 7 days"),
  LANGUAGE_RATE("ratio", 0, "positives per impression of its language, drawn to others'"),
  WRITER_SHARE("ratio", 0, "recent positives with the item's writer, faded, of all"),
  WRITER_POSITIVES_1H("log2", 0, "positives with the item's writer, half-life 1 hour"),
  WRITER_POSITIVES_1D("log2", 0, "positives with the item's writer, half-life 1 day"),
  WRITER_POSITIVES_7D("log2", 0, "positives with the item's writer, half-life 7 days"),
  WRITER_POSITIVES_30D("log2", 0, "positives with the item's writer, half-life 30 days"),
  SINCE_WRITER("hours", Feature.NEVER, "since the last positive with the item's writer"),
  WRITER_SEEN("log2", 0, "remembered impressions of the item's writer"),
  SINCE_WRITER_SEEN("hours", Feature.NEVER, "since the last of them"),
  WRITER_OWN_RATE("ratio", 0, "positives per impression of its writer, drawn to the topic's"),
  TOPIC_SEEN("log2", 0, "remembered impressions of the item's topic"),
  AFTER_LAST("hours", Feature.NEVER, "from when the last item was posted to when this one was"),
  ENGAGED_BEFORE("flag", 0, "whether a recent positive was with this very item"),
  SINCE_ENGAGED("hours", Feature.NEVER, "since the last positive with this very item"),
  SHOWN_BEFORE("count", 0, "remembered impressions of this very item"),
  LANGUAGE_MATCH("ordinal", 0, "1 same language, -1 another, 0 if either is unknown"),
  FOLLOWS_AUTHOR("flag", 0, "whether the reader follows who posted the item"),

  // the circumstances
  DEPTH("count", 0, "feeds already asked for in this session"),
  ASKED_FROM("count", 0, "items of this feed already asked for, on earlier pages"),
  /// Learned from where an item stood, served at [#NEUTRAL_POSITION] for all alike: what position
  /// explains is then not taken for relevance.
  POSITION("count", Feature.NEUTRAL_POSITION, "place in the feed, from 0");

  /// Hours that stand for "never"; longer spans are cut to it.
  public static final float NEVER = 8_760;

  /// The place at which all candidates are compared.
  public static final float NEUTRAL_POSITION = 2;

  private final String unit;
  private final float missing;
  private final String meaning;

  Feature(String unit, float missing, String meaning) {
    this.unit = unit;
    this.missing = missing;
    this.meaning = meaning;
  }

  /// Returns the name in reports and monitors, such as `item-age`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  FeatureSchema.Definition definition() {
    return new FeatureSchema.Definition(label(), unit, missing, meaning);
  }

  /// Returns the value that stands for "unknown".
  public float missing() {
    return missing;
  }

  /// Returns log2(1 + count), exact at powers of two and linear between them.
  ///
  /// Increasing, and the same on every machine; a real logarithm would cost more than the trees.
  ///
  /// @param count at least 0, finite
  public static float log(double count) {
    int bits = Float.floatToRawIntBits((float) (1 + count));
    return (bits - Float.floatToRawIntBits(1f)) * 0x1p-23f;
  }

  /// Returns the count of which [#log(double)] is `value`, up to rounding.
  public static double count(float value) {
    return Float.intBitsToFloat((int) (value * 0x1p23f) + Float.floatToRawIntBits(1f)) - 1d;
  }
}
