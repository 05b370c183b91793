package dev.roost.model.feature;

import java.util.Locale;

/// What a model may know of a reader and a candidate, in the order of the feature row.
///
/// Values are never NaN: what is unknown has the value [#missing()], so that trees route it the
/// same way everywhere. Counts enter as [#log(double)]; trees depend on their order alone.
public enum Feature {
  READER_AGE_BAND("ordinal", 0, "age band the reader told; 0 if none"),
  READER_COUNTRY("code", -1, "26 * first + second letter of the country, from 0"),
  READER_TENURE("days", 0, "since the account was opened"),
  HOUR_OF_DAY("hours", 0, "since midnight, UTC"),
  READER_IMPRESSIONS_1H("log2", 0, "impressions, half-life 1 hour"),
  READER_IMPRESSIONS_1D("log2", 0, "impressions, half-life 1 day"),
  READER_IMPRESSIONS_7D("log2", 0, "impressions, half-life 7 days"),
  READER_POSITIVES_1H("log2", 0, "positive engagements, half-life 1 hour"),
  READER_POSITIVES_1D("log2", 0, "positive engagements, half-life 1 day"),
  READER_POSITIVES_7D("log2", 0, "positive engagements, half-life 7 days"),
  READER_RATE("ratio", 0, "positives per impression, half-life 7 days, smoothed"),
  ITEM_AGE("hours", 0, "since the item was posted"),
  ITEM_IMPRESSIONS("log2", 0, "impressions so far"),
  ITEM_CLICKS("log2", 0, "clicks so far"),
  ITEM_LIKES("log2", 0, "likes so far"),
  ITEM_SHARES("log2", 0, "shares so far"),
  ITEM_COMMENTS("log2", 0, "comments so far"),
  ITEM_HIDES("log2", 0, "hides and reports so far"),
  ITEM_RATE("ratio", 0, "positives per impression so far, smoothed"),
  ITEM_POSITIVES_1H("log2", 0, "positive engagements, half-life 1 hour"),
  ITEM_POSITIVES_1D("log2", 0, "positive engagements, half-life 1 day"),
  ITEM_POSITIVES_7D("log2", 0, "positive engagements, half-life 7 days"),
  ITEM_IMPRESSIONS_1H("log2", 0, "impressions, half-life 1 hour"),
  ITEM_IMPRESSIONS_1D("log2", 0, "impressions, half-life 1 day"),
  ITEM_RATE_1D("ratio", 0, "positives per impression, half-life 1 day, smoothed"),
  ITEM_MEDIA("ordinal", -1, "kind of media"),
  ITEM_TEXT("log2", 0, "characters of text"),
  ITEM_IS_REPOST("flag", 0, "whether the item repeats another"),
  TASTE("dot", 0, "reader's taste with the item's place; 0 if either is unknown"),
  COUNTRY_TASTE("dot", 0, "taste of the reader's country with the item's place"),
  AGE_TASTE("dot", 0, "taste of the reader's age band with the item's place"),
  LANGUAGE_TASTE("dot", 0, "taste of the reader's language with the item's place"),
  TOPIC_SHARE("ratio", 0, "recent positives on the item's topic, faded, of all"),
  WRITER_SHARE("ratio", 0, "recent positives with the item's writer, faded, of all"),
  SINCE_TOPIC("hours", Feature.NEVER, "since the last positive on the item's topic"),
  SINCE_WRITER("hours", Feature.NEVER, "since the last positive with the item's writer"),
  ENGAGED_BEFORE("flag", 0, "whether a recent positive was with this very item"),
  SINCE_ENGAGED("hours", Feature.NEVER, "since the last positive with this very item"),
  SHOWN_BEFORE("count", 0, "remembered impressions of this very item"),
  LANGUAGE_MATCH("ordinal", 0, "1 same language, -1 another, 0 if either is unknown"),
  FOLLOWS_AUTHOR("flag", 0, "whether the reader follows who posted the item"),
  DEPTH("count", 0, "feeds already asked for in this session"),
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
}
