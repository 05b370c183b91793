package dev.roost.model.feature;

import dev.roost.model.crowd.Company;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.reader.ReaderView;
import org.jspecify.annotations.Nullable;

/// The feature rows of one request; for one thread.
public final class RequestFeatures {

  /// How many light features there are.
  public static final int LIGHT = LightFeatures.COLUMNS.length;

  static final int WIDTH = Feature.values().length;

  private final float[] template = new float[WIDTH];
  private final ItemColumns items;
  private final CrowdColumns crowd;
  private final MemoryColumns memory;
  private final TasteColumns tastes;
  private final FeatureOverlay.@Nullable Rows overlay;
  private final float[] scratch = new float[WIDTH]; // whose light columns are written for each row

  RequestFeatures(FeatureExtractor by, ReaderView reader, FeedQuery query, ReaderTaste taste) {
    var table = by.table();
    long nowMillis = query.at().toEpochMilli();
    for (var feature : Feature.values()) {
      template[feature.ordinal()] = feature.missing();
    }
    System.arraycopy(template, 0, scratch, 0, WIDTH);
    ReaderColumns.fill(reader, query, template);
    items = new ItemColumns(table, nowMillis, reader.profile().language());
    crowd = new CrowdColumns(table, by.crowd(), reader, query.at());
    memory = new MemoryColumns(table, by.crowd(), reader, nowMillis, template);
    tastes = new TasteColumns(table, taste, reader.history());
    overlay = by.overlay() == null ? null : by.overlay().begin(by, reader, query, taste);
  }

  /// Returns hours, at least 0 and at most [Feature#NEVER].
  static float hours(long millis) {
    return (float) Math.clamp(millis / 3_600_000d, 0, Feature.NEVER);
  }

  /// Returns two letters as one number: 26 times the first plus the second, both from 0.
  static float code(String letters, char first) {
    return 26 * (letters.charAt(0) - first) + letters.charAt(1) - first;
  }

  /// Writes the features of a candidate.
  ///
  /// @param out row-major rows; `size` values are overwritten from `offset` on, all of them finite
  public void fill(int row, float[] out, int offset) {
    System.arraycopy(template, 0, out, offset, WIDTH);
    items.fill(row, out, offset);
    crowd.fill(row, out, offset);
    memory.fill(row, out, offset);
    tastes.fill(row, out, offset);
    if (overlay != null) {
      overlay.write(row, out, offset);
    }
  }

  /// Writes the light features of a candidate: a few that are cheap to make, for a first choice
  /// among many.
  ///
  /// @param out row-major rows of [#LIGHT] values, overwritten from `offset` on, all of them finite
  public void fillLight(int row, float[] out, int offset) {
    if (overlay != null && overlay.needWholeRows()) {
      fill(row, scratch, 0);
      LightFeatures.copy(scratch, 0, out, offset);
      return;
    }
    items.fillLight(row, scratch);
    crowd.fillLight(row, scratch);
    memory.fillLight(row, scratch);
    tastes.fillLight(row, scratch);
    if (overlay != null) {
      overlay.write(row, scratch, 0);
    }
    LightFeatures.copy(scratch, 0, out, offset);
  }

  /// Returns the items that are engaged with along with those of the reader.
  public Company company() {
    return crowd.company();
  }
}
