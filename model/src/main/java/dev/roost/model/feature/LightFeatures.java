package dev.roost.model.feature;

/// The features by which a first choice is made among many candidates.
public final class LightFeatures {

  static final int[] COLUMNS = {
    Feature.ITEM_AGE.ordinal(),
    Feature.ITEM_NEWER.ordinal(),
    Feature.ITEM_POSITIVES_1H.ordinal(),
    Feature.ITEM_POSITIVES_1D.ordinal(),
    Feature.ITEM_RATE_1D.ordinal(),
    Feature.ITEM_HEAT_GAP.ordinal(),
    Feature.WRITER_RATE.ordinal(),
    Feature.COUNTRY_POSITIVES_1D.ordinal(),
    Feature.COMPANY_1D.ordinal(),
    Feature.COMPANY_COSINE.ordinal(),
    Feature.TASTE.ordinal(),
    Feature.COUNTRY_TASTE.ordinal(),
    Feature.TOPIC_SHARE.ordinal(),
    Feature.TOPIC_RATE.ordinal(),
    Feature.LANGUAGE_RATE.ordinal(),
    Feature.WRITER_SHARE.ordinal(),
    Feature.LANGUAGE_MATCH.ordinal(),
    Feature.FOLLOWS_AUTHOR.ordinal(),
  };

  private LightFeatures() {}

  /// Copies the light features of a whole row. The age, which spans three powers of ten, enters as
  /// a logarithm, since they are summed.
  ///
  /// @param row of the standard schema, from `from` on
  /// @param out gets [RequestFeatures#LIGHT] values from `offset` on
  public static void copy(float[] row, int from, float[] out, int offset) {
    for (int i = 0; i < COLUMNS.length; i++) {
      out[offset + i] = row[from + COLUMNS[i]];
    }
    out[offset] = Feature.log(out[offset]);
  }
}
