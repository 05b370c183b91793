package dev.roost.model.fault;

import dev.roost.model.item.ItemTable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The values of a column that were made first since a fault began, by reader and item.
///
/// Safe for any thread; what is kept does not depend on the order in which readers come, as long as
/// a reader's own requests follow each other. Takes some 50 bytes for each pair of a reader and an
/// item retained.
final class FirstValues {

  private static final long READER_ALONE = 0;

  private final Map<Long, Map<Long, Float>> byReader = new ConcurrentHashMap<>();
  private final boolean ofReaderAlone;

  /// @param ofReaderAlone whether the column is the same for all items of a request
  FirstValues(boolean ofReaderAlone) {
    this.ofReaderAlone = ofReaderAlone;
  }

  /// Returns the first value for a reader and a row, which is `now` if there was none.
  float first(long reader, ItemTable table, int row, float now) {
    var own = byReader.computeIfAbsent(reader, _ -> new HashMap<>());
    synchronized (own) {
      Float before = own.putIfAbsent(ofReaderAlone ? READER_ALONE : table.id(row), now);
      return before == null ? now : before;
    }
  }

  /// Lets go of items that left the table.
  void dropGone(ItemTable table) {
    if (!ofReaderAlone) {
      byReader
          .values()
          .forEach(
              own -> {
                synchronized (own) {
                  own.keySet().removeIf(item -> table.rowOf(item) < 0);
                }
              });
    }
  }
}
