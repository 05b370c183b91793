package dev.roost.model.rank;

import java.util.Arrays;

/// What it is worth that a reader meets an item: expected engagements, each times its weight.
///
/// A final class, not a record, because it owns an array.
public final class ValueFunction {

  private static final double SECONDS_A_MINUTE = 60;

  private final double[] weights; // by ordinal of Head

  private ValueFunction(double[] weights) {
    this.weights = weights;
  }

  /// Returns the function of weights in the order of [Head]; that of dwell is for a minute.
  ///
  /// @param weights shape `[Head.COUNT]`, finite, one of them not 0; copied
  /// @throws IllegalArgumentException if they are not
  public static ValueFunction of(double... weights) {
    if (weights.length != Head.COUNT || !Arrays.stream(weights).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "value must have %d finite weights: %s".formatted(Head.COUNT, Arrays.toString(weights)));
    }
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException("value must weigh something: all weights are 0");
    }
    return new ValueFunction(weights.clone());
  }

  /// Returns the function that counts any positive engagement as one.
  public static ValueFunction positives() {
    var weights = new double[Head.COUNT];
    weights[Head.POSITIVE.ordinal()] = 1;
    return new ValueFunction(weights);
  }

  /// Returns the weight of a head.
  public double weight(Head head) {
    return weights[head.ordinal()];
  }

  /// Returns the value of one row.
  ///
  /// @param foretold row-major `[n, Head.COUNT]`: probabilities, and seconds of dwell
  public double of(double[] foretold, int row) {
    double value = 0;
    for (int head = 0; head < Head.COUNT; head++) {
      double each = foretold[row * Head.COUNT + head];
      value += weights[head] * (head == Head.DWELL.ordinal() ? each / SECONDS_A_MINUTE : each);
    }
    return value;
  }

  @Override
  public String toString() {
    return "ValueFunction" + Arrays.toString(weights);
  }
}
