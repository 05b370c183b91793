package dev.roost.model.feature;

import dev.roost.model.crowd.Crowd;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import org.jspecify.annotations.Nullable;

/// Makes the feature rows of [Feature]: what concerns the reader once a request, the rest per item.
///
/// @param table of the items
/// @param crowd what all readers do
/// @param overlay what is written over the rows; null for nothing
public record FeatureExtractor(ItemTable table, Crowd crowd, @Nullable FeatureOverlay overlay) {

  /// Returns an extractor whose rows nothing is written over.
  public FeatureExtractor(ItemTable table, Crowd crowd) {
    this(table, crowd, null);
  }

  /// Returns the schema of the rows.
  public FeatureSchema schema() {
    return FeatureSchema.standard();
  }

  /// Prepares the rows of one request.
  ///
  /// O(h) for the h <= 576 remembered items, and what [dev.roost.model.crowd.CoEngagement#of]
  /// takes. The table may grow meanwhile; heat and counts are read when a row is filled.
  public RequestFeatures begin(ReaderView reader, FeedQuery query, ReaderTaste taste) {
    return new RequestFeatures(this, reader, query, taste);
  }
}
