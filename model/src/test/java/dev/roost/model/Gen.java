package dev.roost.model;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Draws the inputs of one generated case; the same seed draws the same case.
public final class Gen {

  private static final int CASES = 200;

  private final SplittableRandom random;

  private Gen(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Returns the inputs of that seed, for a test of one case.
  public static Gen ofSeed(long seed) {
    return new Gen(seed);
  }

  /// Checks a law on 200 cases and stops at the first that breaks it. The failure names the seed;
  /// `-Dseed=<it>` then runs that case alone.
  public static void forAll(Consumer<Gen> law) {
    Long only = Long.getLong("seed");
    for (long seed = only == null ? 1 : only; seed <= (only == null ? CASES : only); seed++) {
      try {
        law.accept(new Gen(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("law broken; rerun with -Dseed=" + seed, e);
      }
    }
  }

  /// Returns a value in `[low, high)`.
  public double between(double low, double high) {
    return random.nextDouble(low, high);
  }

  /// Returns a whole number in `[low, high)`.
  public int whole(int low, int high) {
    return random.nextInt(low, high);
  }

  /// Returns any 64 bits.
  public long bits() {
    return random.nextLong();
  }

  /// Returns either truth value.
  public boolean either() {
    return random.nextBoolean();
  }

  /// Returns a duration in `[0, bound)`.
  public Duration upTo(Duration bound) {
    return Duration.ofNanos(random.nextLong(bound.toNanos()));
  }

  /// Returns so many values in `[-1, 1)`.
  public double[] vectorOf(int length) {
    return random.doubles(length, -1, 1).toArray();
  }

  /// Returns a vector of 0 to `longest` values in `[low, high)`, short ones more often.
  public double[] vector(int longest, double low, double high) {
    return random.doubles(random.nextInt(random.nextInt(longest + 1) + 1), low, high).toArray();
  }
}
