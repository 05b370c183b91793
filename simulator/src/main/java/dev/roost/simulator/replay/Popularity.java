package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How many readers lately engaged with each item: a count that halves in every half-life.
///
/// Counts are kept as logarithms to base 2 of the count scaled to a fixed instant, so that neither
/// age nor a short half-life rounds one to nothing, and their order needs no clock. Source: the
/// exponential case of Cormode, Shkapenyuk, Srivastava and Xu, [Forward
/// Decay](https://doi.org/10.1109/ICDE.2009.65), ICDE 2009. Adding takes O(1).
final class Popularity {

  private final Duration halfLife;
  private final Instant start;
  private double[] scaled = {};

  /// Starts without counts.
  ///
  /// @param start an instant that counts are scaled to; any will do
  Popularity(Duration halfLife, Instant start) {
    this.halfLife = halfLife;
    this.start = start;
  }

  Duration halfLife() {
    return halfLife;
  }

  /// Adds one to the count of an item, given by its number.
  void add(int item, Instant at) {
    if (item >= scaled.length) {
      int old = scaled.length;
      scaled = Arrays.copyOf(scaled, Math.max(64, 2 * item));
      Arrays.fill(scaled, old, scaled.length, Double.NEGATIVE_INFINITY);
    }
    scaled[item] = sum(scaled[item], halfLivesTo(at));
  }

  private static double sum(double a, double b) {
    double high = Math.max(a, b);
    double low = Math.min(a, b);
    return high + StrictMath.log1p(StrictMath.pow(2, low - high)) / StrictMath.log(2);
  }

  private double halfLivesTo(Instant at) {
    return (double) Duration.between(start, at).toMillis() / halfLife.toMillis();
  }

  /// Returns a number that orders items as their counts do; negative infinity for none.
  double order(int item) {
    return item < scaled.length ? scaled[item] : Double.NEGATIVE_INFINITY;
  }

  /// Returns what orders the live items as their counts do.
  double[] orders(LiveItems live) {
    return IntStream.range(live.oldest(), live.count()).mapToDouble(this::order).toArray();
  }

  /// Returns the counts of the live items at `now`, rounded to 0 where they are tiny.
  double[] counts(LiveItems live, Instant now) {
    double age = halfLivesTo(now);
    return IntStream.range(live.oldest(), live.count())
        .mapToDouble(item -> StrictMath.pow(2, order(item) - age))
        .toArray();
  }

  /// Returns how the live items stand now.
  Standing standing(LiveItems live, Chance ties, Instant now) {
    var order = new Order(live.oldest(), orders(live), ties);
    return new Standing(order, live.oldest(), counts(live, now));
  }
}
