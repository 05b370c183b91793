package dev.roost.model.metric;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/// How impressions are spread over everything that could have been shown: items, or authors.
///
/// A final class, not a record, because it owns an array; it is copied in and never handed out.
public final class Exposure {

  private final long[] shown;
  private final double total;

  private Exposure(long[] shown) {
    this.shown = shown;
    this.total = Arrays.stream(shown).asDoubleStream().sum();
  }

  /// Returns the exposure of a catalogue.
  ///
  /// @param shown shape `[n]`, impressions of each thing of the catalogue, each at least 0; those
  ///     never shown must be in it
  public static Exposure of(long[] shown) {
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] < 0) {
        throw new IllegalArgumentException("impressions " + i + " must be at least 0: " + shown[i]);
      }
    }
    return new Exposure(shown.clone());
  }

  /// Returns the share of the catalogue shown at least once, in `[0, 1]`; empty without catalogue.
  ///
  /// Source: Ge, Delgado-Battenfeld and Jannach, [Beyond
  /// accuracy](https://doi.org/10.1145/1864708.1864761), RecSys 2010, "catalog coverage".
  public OptionalDouble coverage() {
    return coverage(_ -> true);
  }

  /// Returns the share shown at least once of those that `who` names by index, such as new authors;
  /// empty if it names nobody. O(n).
  public OptionalDouble coverage(IntPredicate who) {
    int named = 0;
    int reached = 0;
    for (int i = 0; i < shown.length; i++) {
      if (who.test(i)) {
        named++;
        reached += shown[i] > 0 ? 1 : 0;
      }
    }
    return named == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) reached / named);
  }

  /// Returns the Gini coefficient: 0 if all are shown equally often, `1 - 1/n` if one has
  /// everything. O(n log n).
  ///
  /// Source: Fleder and Hosanagar, [Blockbuster culture's next rise or
  /// fall](https://doi.org/10.1287/mnsc.1080.0974), Management Science 55(5), 2009: half the mean
  /// absolute difference over the mean.
  ///
  /// @return a value in `[0, 1)`, or empty if nothing was shown
  public OptionalDouble gini() {
    long[] ascending = shown.clone();
    Arrays.sort(ascending);
    int n = ascending.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (2.0 * i + 1 - n) * ascending[i];
    }
    return total > 0 ? OptionalDouble.of(Math.max(0, sum / (n * total))) : OptionalDouble.empty();
  }

  /// Returns the entropy of impressions in bits: 2 to its power is the number of things which,
  /// shown equally often, would be as diverse. O(n).
  ///
  /// Source: Shannon, [A mathematical theory of
  /// communication](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x), Bell System Technical
  /// Journal 27(3), 1948.
  ///
  /// @return a value in `[0, log2 n]`, or empty if nothing was shown
  public OptionalDouble entropy() {
    double nats = 0;
    for (long count : shown) {
      nats -= count > 0 ? count / total * StrictMath.log(count / total) : 0;
    }
    return total > 0 ? OptionalDouble.of(nats / StrictMath.log(2)) : OptionalDouble.empty();
  }
}
