package dev.roost.model.feature;

import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.reader.ReaderView;
import org.jspecify.annotations.Nullable;

/// Writes over columns of feature rows as they are made: what a model learns from and what it ranks
/// by are then the same, whatever is written.
///
/// For experiments: what would a column be worth if it were exact, or were not there, or were
/// wrong? A service has none. Several threads ask for it at once, and the same request on the same
/// state must be written over alike.
@FunctionalInterface
public interface FeatureOverlay {

  /// Begins a request.
  ///
  /// @param by tells of the table and of what all readers do; it makes rows with this overlay, so
  ///     that who wants rows without it asks an extractor of its own
  /// @param taste of the reader by the model that ranks
  /// @return what writes the rows of this request, on one thread; null if nothing does
  @Nullable Rows begin(FeatureExtractor by, ReaderView reader, FeedQuery query, ReaderTaste taste);

  /// Writes over the rows of one request.
  @FunctionalInterface
  interface Rows {

    /// Writes over the row of a candidate. All values must stay finite.
    ///
    /// @param row of the item in the table
    /// @param out a row of [Feature] from `offset` on; for a first choice among many only the
    ///     columns of [LightFeatures] count and are made, the others may have any value
    void write(int row, float[] out, int offset);

    /// Returns whether every row must be made whole before it is written over, also where only a
    /// few columns count; costs as much.
    default boolean needWholeRows() {
      return false;
    }
  }
}
