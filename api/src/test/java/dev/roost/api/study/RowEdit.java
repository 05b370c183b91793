package dev.roost.api.study;

import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureOverlay;
import java.util.List;

/// What an experiment writes over a row of features. Pure, so that a row that was logged can be
/// written over as one that is being made.
@FunctionalInterface
interface RowEdit {

  /// Leaves rows as they are.
  RowEdit NONE = (_, _, _, _) -> {};

  /// Writes over a row.
  ///
  /// @param user who reads
  /// @param item public identifier of the item
  /// @param row from `offset` on
  void apply(int user, long item, float[] row, int offset);

  /// Takes features away: they have their value for "unknown".
  static RowEdit without(List<Feature> features) {
    return (_, _, row, offset) -> {
      for (var feature : features) {
        row[offset + feature.ordinal()] = feature.missing();
      }
    };
  }

  /// Tells what readers truly feel for an item in place of what is estimated of it: its topic, its
  /// quality, its language. Age, media and who follows whom are exact as they are.
  static RowEdit truth(TrueWorld world) {
    return taste(world).and(quality(world)).and(language(world));
  }

  /// Tells how much the reader likes the topic.
  static RowEdit taste(TrueWorld world) {
    return (user, item, row, offset) ->
        row[offset + Feature.TASTE.ordinal()] = (float) world.match(user, world.item(item));
  }

  /// Tells how good the item is to everybody.
  static RowEdit quality(TrueWorld world) {
    return (_, item, row, offset) -> {
      float quality = (float) world.quality(world.item(item));
      row[offset + Feature.ITEM_RATE.ordinal()] = quality;
      row[offset + Feature.ITEM_RATE_1D.ordinal()] = quality;
    };
  }

  /// Tells how well the reader understands the language.
  static RowEdit language(TrueWorld world) {
    return (user, item, row, offset) ->
        row[offset + Feature.LANGUAGE_MATCH.ordinal()] =
            (float) world.understood(user, world.item(item));
  }

  /// Writes this, then another.
  default RowEdit and(RowEdit other) {
    return (user, item, row, offset) -> {
      apply(user, item, row, offset);
      other.apply(user, item, row, offset);
    };
  }

  /// Returns an overlay that writes this over every row.
  default FeatureOverlay overlay() {
    return (by, reader, _, _) -> {
      var table = by.table();
      int user = TrueWorld.user(reader.reader());
      return (row, out, offset) -> apply(user, table.id(row), out, offset);
    };
  }
}
