package dev.roost.model.fault;

import static java.util.Objects.requireNonNull;

import dev.roost.model.feature.Feature;
import dev.roost.model.feed.Source;

/// One thing that is broken in a pipeline, for those readers whom it touches.
public sealed interface Fault {

  /// A fault of a column of feature rows, as ranking sees them and as they are logged.
  sealed interface OfRows extends Fault {

    /// Returns whose rows are broken.
    Touched readers();
  }

  /// A column has one value everywhere, such as that for "unknown".
  record Written(Feature feature, float value, Touched readers) implements OfRows {
    public Written {
      requireFinite(value);
    }
  }

  /// A column is multiplied; what is unknown stays so.
  record Scaled(Feature feature, float factor, Touched readers) implements OfRows {
    public Scaled {
      requireFinite(factor);
    }
  }

  /// A column has the value that was made first since the fault began: for a reader, if it tells of
  /// the reader or the circumstances alone, else for a reader and an item.
  record Stale(Feature feature, Touched readers) implements OfRows {}

  /// Two columns have each other's value.
  record Swapped(Feature feature, Feature other, Touched readers) implements OfRows {}

  /// No model is trained, tried, promoted or taken back.
  record ModelsFrozen() implements Fault {}

  /// The champion's predecessor ranks; newest first if it has none.
  record PreviousModel(Touched readers) implements Fault {}

  /// Tastes are made by the predecessor's embedding and compared with places of the champion's;
  /// zeros if it has none.
  record PreviousTastes(Touched readers) implements Fault {}

  /// A source finds nothing.
  record SourceStarved(Source source, Touched readers) implements Fault {
    public SourceStarved {
      requireNonNull(source);
    }
  }

  /// Neighbours are sought among the items alone that were there when the fault began.
  record IndexStale(Touched readers) implements Fault {}

  /// A column is logged as `factor` times its value plus `offset`, though ranking saw the value;
  /// what is unknown stays so.
  record LoggedOtherwise(Feature feature, float factor, float offset, Touched readers)
      implements Fault {
    public LoggedOtherwise {
      requireFinite(factor);
      requireFinite(offset);
    }
  }

  /// A column is logged as it is after the outcome, which it then tells.
  record LeakyBackfill(Feature feature, Touched readers) implements Fault {
    public LeakyBackfill {
      if (!Backfill.tells(feature)) {
        throw new IllegalArgumentException(
            feature.label() + " tells no outcome; one of " + Backfill.FEATURES);
      }
    }
  }

  private static void requireFinite(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("must be finite: " + value);
    }
  }
}
