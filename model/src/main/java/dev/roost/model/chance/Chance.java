package dev.roost.model.chance;

/// A source of chance for one purpose, whose draws are hashes of (seed, purpose, a, b, c).
///
/// The arguments usually are an entity, an object and a tick. Equal arguments give equal draws in
/// any order and on any thread, so a world that diverges from its twin keeps common chance
/// where the two still agree, and a new consumer shifts nobody's draws. All methods are O(1), pure.
///
/// Mixing: the finaliser of Steele, Lea and Flood, [Fast splittable pseudorandom number
/// generators](https://doi.org/10.1145/2660193.2660195), OOPSLA 2014 (variant 13 of Stafford), once
/// per argument.
public final class Chance {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1p-53;

  private final long key;

  private Chance(long key) {
    this.key = key;
  }

  /// Returns the source of a seed for a named purpose.
  public static Chance of(long seed, String purpose) {
    long key = mix(seed + GOLDEN);
    for (int i = 0; i < purpose.length(); i++) {
      key = mix(key + GOLDEN + purpose.charAt(i));
    }
    return new Chance(key);
  }

  /// Returns one of many other sources for the same purpose.
  public Chance derived(long which) {
    return new Chance(mix(key + GOLDEN + mix(which + GOLDEN)));
  }

  /// Returns 64 evenly distributed bits.
  public long bits(long a, long b, long c) {
    return mix(mix(mix(key + GOLDEN + a) + GOLDEN + b) + GOLDEN + c);
  }

  /// Returns a value in `[0, 1)`, a multiple of 2⁻⁵³.
  public double uniform(long a, long b, long c) {
    return (bits(a, b, c) >>> 11) * UNIT;
  }

  /// Returns a whole number in `[0, bound)`; `bound` is at least 1. The bias is below `bound`·2⁻⁶⁴.
  public int below(int bound, long a, long b, long c) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1: " + bound);
    }
    return (int) Math.unsignedMultiplyHigh(bits(a, b, c), bound);
  }

  /// Returns whether an event of `probability` happens; never for 0, always for 1.
  public boolean happens(double probability, long a, long b, long c) {
    return uniform(a, b, c) < probability;
  }

  /// Returns a draw of the standard normal distribution (Box and Muller's method).
  public double normal(long a, long b, long c) {
    long first = bits(a, b, c);
    double radius = StrictMath.sqrt(-2 * StrictMath.log(((first >>> 11) + 1) * UNIT));
    double angle = 2 * Math.PI * ((mix(first + GOLDEN) >>> 11) * UNIT);
    return radius * StrictMath.cos(angle);
  }

  /// Returns a draw of the exponential distribution with mean 1.
  public double exponential(long a, long b, long c) {
    return -StrictMath.log(((bits(a, b, c) >>> 11) + 1) * UNIT);
  }

  /// Returns `value` scattered over all 64-bit values, one to one.
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
