package dev.roost.api.bench.feed;

import dev.roost.model.feed.Place;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemTable;

/// A place far down a timeline.
final class DeepPlace {

  private DeepPlace() {}

  /// Returns the stretch below the middle of all retained rows.
  static Stretch in(ItemTable table) {
    int middle = table.oldest() + table.size() / 2;
    return new Stretch(new Place(table.atMillis(middle), table.id(middle)), null);
  }
}
