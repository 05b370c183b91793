package dev.roost.actors.fanout;

import dev.roost.model.feed.Place;
import dev.roost.model.item.ItemTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Puts rows that come in their order, newest first, into order of time; for one thread.
///
/// Rows that are not late are in order already. A late one belongs further down, where a binary
/// search finds its place. So most answers cost a step a row, and no look at any time.
final class NewestFirst {

  private final ItemTable table;
  private int[] rows = new int[1 << 10];
  private byte[] fetched = new byte[1 << 10]; // 1 if a read fetched the row, else 0
  private int size;
  private int[] late = new int[64];
  private byte[] lateFetched = new byte[64];
  private int lateSize;
  private int limit;
  private @Nullable Place after;

  NewestFirst(ItemTable table) {
    this.table = table;
  }

  /// Begins an answer.
  ///
  /// @param limit most rows
  /// @param after only rows newer than it belong to the answer; null for all
  void begin(int limit, @Nullable Place after) {
    this.limit = limit;
    this.after = after;
    size = 0;
    lateSize = 0;
  }

  /// Takes the next row; each is taken once, those given twice in a row too.
  ///
  /// @param isFetched [Inboxes#FETCHED] or 0
  void add(int row, int isFetched) {
    if (table.isPlain(row) || !table.isLate(row)) {
      addPunctual(row, isFetched);
    } else {
      addLate(row, isFetched);
    }
  }

  /// Takes the next row as [#add(int, int)] does; it is known not to be late.
  void addPunctual(int row, int isFetched) {
    if (size > 0 && rows[size - 1] == row) {
      return;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      fetched = Arrays.copyOf(fetched, 2 * size);
    }
    rows[size] = row;
    fetched[size++] = (byte) isFetched;
  }

  /// Gives back rows that have left since they were taken: those before `oldest`.
  void dropBefore(int oldest) {
    while (size > 0 && rows[size - 1] - oldest < 0) {
      size--;
    }
    while (lateSize > 0 && late[lateSize - 1] - oldest < 0) {
      lateSize--;
    }
  }

  private void addLate(int row, int isFetched) {
    if (lateSize > 0 && late[lateSize - 1] == row) {
      return;
    }
    if (lateSize == late.length) {
      late = Arrays.copyOf(late, 2 * lateSize);
      lateFetched = Arrays.copyOf(lateFetched, 2 * lateSize);
    }
    late[lateSize] = row;
    lateFetched[lateSize++] = (byte) isFetched;
  }

  /// Returns whether rows before those taken cannot belong to the answer.
  boolean isFull() {
    return size >= limit;
  }

  /// Puts late rows into their places.
  ///
  /// @return whether the answer is that of all rows, also where some before those taken are not
  ///     known: they are older than the last one that is not late
  boolean finish() {
    int bound = size - 1; // where the last one stands that is not late
    boolean bounded = size > 0 && after != null && !isNewerThan(rows[bound], after);
    for (int i = 0; i < lateSize; i++) {
      int place = place(late[i]);
      bound += place <= bound ? 1 : 0;
      insert(place, late[i], lateFetched[i]);
    }
    bounded |= size > 0 && bound >= limit - 1;
    size = Math.min(size, limit);
    while (size > 0 && after != null && !isNewerThan(rows[size - 1], after)) {
      size--;
    }
    return bounded;
  }

  private boolean isNewerThan(int row, Place place) {
    return Place.isOlder(place.atMillis(), place.item(), table.atMillis(row), table.id(row));
  }

  /// Returns how many rows are newer than a late one.
  private int place(int row) {
    long at = table.atMillis(row);
    long id = table.id(row);
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Place.isOlder(at, id, table.atMillis(rows[middle]), table.id(rows[middle]))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void insert(int place, int row, int isFetched) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      fetched = Arrays.copyOf(fetched, 2 * size);
    }
    System.arraycopy(rows, place, rows, place + 1, size - place);
    System.arraycopy(fetched, place, fetched, place + 1, size - place);
    rows[place] = row;
    fetched[place] = (byte) isFetched;
    size++;
  }

  /// Returns the answer. Rows are told apart without a branch, which would be guessed wrong for
  /// every other row of a mixed inbox.
  InNetwork answer() {
    int pulled = 0;
    for (int i = 0; i < size; i++) {
      pulled += fetched[i];
    }
    var byPush = new int[size - pulled + 1]; // each row is written to both, and stays in one
    var byPull = new int[pulled + 1];
    int pushes = 0;
    int pulls = 0;
    for (int i = 0; i < size; i++) {
      byPush[pushes] = rows[i];
      byPull[pulls] = rows[i];
      pulls += fetched[i];
      pushes += 1 - fetched[i];
    }
    return new InNetwork(Arrays.copyOf(byPush, pushes), Arrays.copyOf(byPull, pulls));
  }
}
