package dev.roost.model.metric;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Values of events summed by reader, in named columns, to ask for means with intervals over
/// readers.
///
/// Mutable, for one thread. Memory is O(readers · columns). Intervals do not depend on the order in
/// which readers came.
public final class ReaderTotals {

  private final List<String> columns;
  private final TreeMap<UserId, double[]> totals = new TreeMap<>();

  /// Starts without events.
  ///
  /// @param columns names of the values that each event brings, without duplicates
  public ReaderTotals(List<String> columns) {
    this.columns = List.copyOf(columns);
    if (this.columns.stream().distinct().count() != this.columns.size()) {
      throw new IllegalArgumentException("columns must have different names: " + columns);
    }
  }

  /// Adds one event.
  ///
  /// @param values one a column, in their order, each finite; at least 0 where the column shall
  ///     divide
  public void add(UserId reader, double... values) {
    Checks.sameLength(columns.size(), values.length, "values");
    Checks.finite(values, "value");
    double[] sums = totals.computeIfAbsent(reader, _ -> new double[columns.size() + 1]);
    for (int i = 0; i < values.length; i++) {
      sums[i] += values[i];
    }
    sums[values.length]++;
  }

  /// Returns the number of readers.
  public int readers() {
    return totals.size();
  }

  /// Returns the number of events.
  public long events() {
    return Math.round(Arrays.stream(column(columns.size())).sum());
  }

  /// Returns a column's mean over events, its interval over readers; empty without events.
  public Optional<MeanInterval> mean(String column, int resamples, Chance chance) {
    return MeanInterval.ratio(column(indexOf(column)), column(columns.size()), resamples, chance);
  }

  /// Returns the ratio of two columns' means over the same events, its interval over readers; empty
  /// if the second sums to 0.
  public Optional<MeanInterval> ratio(String ours, String theirs, int resamples, Chance chance) {
    return MeanInterval.ratio(column(indexOf(ours)), column(indexOf(theirs)), resamples, chance);
  }

  /// Returns the ratio of two columns' sums; empty if the second is 0.
  public OptionalDouble ratio(String ours, String theirs) {
    double divisor = Arrays.stream(column(indexOf(theirs))).sum();
    return divisor == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(column(indexOf(ours))).sum() / divisor);
  }

  /// Returns by how much a ratio of two columns is above that of other events of other readers,
  /// its interval over the readers of both; empty if either has none.
  ///
  /// @param others of the same columns
  public Optional<MeanInterval> above(
      ReaderTotals others, String ours, String theirs, int resamples, Chance chance) {
    return MeanInterval.difference(
        new MeanInterval.Ratio(column(indexOf(ours)), column(indexOf(theirs))),
        new MeanInterval.Ratio(
            others.column(others.indexOf(ours)), others.column(others.indexOf(theirs))),
        resamples,
        chance);
  }

  private int indexOf(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column + "; there are " + columns);
    }
    return index;
  }

  private double[] column(int index) {
    return totals.values().stream().mapToDouble(sums -> sums[index]).toArray();
  }
}
