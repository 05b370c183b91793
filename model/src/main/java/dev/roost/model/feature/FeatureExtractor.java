package dev.roost.model.feature;

import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;

/// Makes the feature rows of [Feature]: what concerns the reader once a request, the rest per item.
public final class FeatureExtractor {

  /// Returns the schema of the rows.
  public FeatureSchema schema() {
    return FeatureSchema.standard();
  }

  /// Prepares the rows of one request.
  ///
  /// O(h) for the h <= 576 remembered items. The table may grow meanwhile; heat and counts are read
  /// when a row is filled.
  public RequestFeatures begin(
      ItemTable table, ReaderView reader, FeedQuery query, ReaderTaste taste) {
    return new RequestFeatures(table, reader, query, taste);
  }
}
