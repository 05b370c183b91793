package dev.roost.model.embed;

import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.time.Instant;

/// Tells where tastes point in a space of which a table holds the places of items.
@FunctionalInterface
public interface Tastes {

  /// Returns where the taste of a reader and their cohorts points at `now`; unknown if the table
  /// does not hold the space.
  ReaderTaste of(ReaderView reader, ItemTable table, Instant now);
}
