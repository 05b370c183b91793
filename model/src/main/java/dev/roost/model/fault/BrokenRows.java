package dev.roost.model.fault;

import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureOverlay;
import dev.roost.model.item.ItemTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Breaks the rows of one request, one fault after the other in the order in which they were named.
record BrokenRows(
    List<Fault.OfRows> faults, Map<Feature, FirstValues> firstValues, long reader, ItemTable table)
    implements FeatureOverlay.Rows {

  @Override
  public boolean needWholeRows() {
    return true; // a light row would show a column that was not made
  }

  @Override
  public void write(int row, float[] out, int offset) {
    for (var fault : faults) {
      switch (fault) {
        case Fault.Written(var feature, var value, _) -> out[offset + feature.ordinal()] = value;
        case Fault.Scaled(var feature, var factor, _) -> {
          int at = offset + feature.ordinal();
          out[at] = out[at] == feature.missing() ? out[at] : factor * out[at];
        }
        case Fault.Stale(var feature, _) -> {
          int at = offset + feature.ordinal();
          var first = Objects.requireNonNull(firstValues.get(feature));
          out[at] = first.first(reader, table, row, out[at]);
        }
        case Fault.Swapped(var feature, var other, _) -> {
          float value = out[offset + feature.ordinal()];
          out[offset + feature.ordinal()] = out[offset + other.ordinal()];
          out[offset + other.ordinal()] = value;
        }
      }
    }
  }
}
