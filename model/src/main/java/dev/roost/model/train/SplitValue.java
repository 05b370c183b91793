package dev.roost.model.train;

import java.util.Arrays;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.model.cart.InternalNode;
import smile.model.cart.NominalNode;

/// Finds where a node of Smile splits. Its value is not public; the largest float that still takes
/// the true branch is found by bisection, which is exact for features that are floats.
final class SplitValue {

  private SplitValue() {}

  static float atMost(InternalNode split, StructType schema) {
    if (split instanceof NominalNode) {
      throw new IllegalArgumentException("features must be numbers, this split is not: " + split);
    }
    var probe = new Probe(schema);
    long low = ordinal(Float.NEGATIVE_INFINITY);
    long high = ordinal(Float.POSITIVE_INFINITY);
    while (low < high) {
      long middle = high - (high - low) / 2;
      probe.value = value(middle);
      if (split.branch(probe)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return value(low);
  }

  /// Numbers floats in their order.
  private static long ordinal(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits >= 0 ? bits : Integer.MIN_VALUE - (long) bits - 1;
  }

  private static float value(long ordinal) {
    return Float.intBitsToFloat((int) (ordinal >= 0 ? ordinal : Integer.MIN_VALUE - ordinal - 1));
  }

  /// A row that has the same value in every column.
  private static final class Probe implements Tuple {

    private static final long serialVersionUID = 1;

    private final StructType schema;
    private float value;

    Probe(StructType schema) {
      this.schema = schema;
    }

    @Override
    public StructType schema() {
      return schema;
    }

    @Override
    public Object get(int column) {
      return value;
    }

    @Override
    public double getDouble(int column) {
      return value;
    }

    @Override
    public double[] toArray(String... columns) {
      var row = new double[columns.length];
      Arrays.fill(row, value);
      return row;
    }
  }
}
