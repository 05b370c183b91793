package dev.roost.model.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Novelty of a list: the mean self-information of its items, high if few readers met them.
///
/// Source: Zhou, Kuscsik, Liu, Medo, Wakeling and Zhang, [Solving the apparent diversity-accuracy
/// dilemma of recommender systems](https://doi.org/10.1073/pnas.1000488107), PNAS 107(10), 2010.
public final class Novelty {

  private Novelty() {}

  /// Returns the mean of `-log2` of popularity, in bits. O(n).
  ///
  /// @param popularity shape `[n]`, share of readers who met each item, in `(0, 1]`; see
  ///     [#popularity]
  /// @return a value of at least 0, or empty for an empty list
  /// @throws IllegalArgumentException if a popularity is NaN or outside `(0, 1]`
  public static OptionalDouble of(double[] popularity) {
    return Arrays.stream(popularity).map(Novelty::information).average();
  }

  /// Returns the popularity of an item, never 0 though nobody met it, so that novelty stays finite.
  ///
  /// Source: Krichevsky and Trofimov, [The performance of universal
  /// encoding](https://doi.org/10.1109/TIT.1981.1056331), IEEE Transactions on Information Theory
  /// 27(2), 1981: half a case is added to either side.
  ///
  /// @param met readers who met it, in `[0, readers]`
  public static double popularity(long met, long readers) {
    if (met < 0 || met > readers) {
      throw new IllegalArgumentException("met must be in [0, " + readers + "]: " + met);
    }
    return (met + 0.5) / (readers + 1.0);
  }

  private static double information(double popularity) {
    if (!(popularity > 0 && popularity <= 1)) {
      throw new IllegalArgumentException("popularity must be in (0, 1]: " + popularity);
    }
    return -StrictMath.log(popularity) / StrictMath.log(2) + 0.0; // no negative zero
  }
}
