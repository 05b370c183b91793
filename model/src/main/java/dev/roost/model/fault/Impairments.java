package dev.roost.model.fault;

import dev.roost.model.feature.FeatureOverlay;
import dev.roost.model.item.ItemTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is broken in a node's pipeline just now; any number of threads look.
public final class Impairments {

  private volatile Faults now = Faults.none();

  /// Returns the faults at work.
  public Faults now() {
    return now;
  }

  /// Has exactly these faults at work from now on; none heals everything.
  ///
  /// To be called while nothing else happens on the node, by one thread at a time.
  ///
  /// @param table of the node
  public void set(List<Fault> faults, ItemTable table) {
    now = now.then(faults, table);
  }

  /// Returns what writes over rows of features as another overlay does, and breaks them then.
  ///
  /// @param other null for nothing
  public FeatureOverlay over(@Nullable FeatureOverlay other) {
    return (by, reader, query, taste) -> {
      var written = other == null ? null : other.begin(by, reader, query, taste);
      var broken = now.rows(reader.reader(), by.table());
      if (written == null || broken == null) {
        return broken == null ? written : broken;
      }
      return new Both(written, broken);
    };
  }

  private record Both(FeatureOverlay.Rows first, FeatureOverlay.Rows second)
      implements FeatureOverlay.Rows {

    @Override
    public boolean needWholeRows() {
      return true;
    }

    @Override
    public void write(int row, float[] out, int offset) {
      first.write(row, out, offset);
      second.write(row, out, offset);
    }
  }
}
