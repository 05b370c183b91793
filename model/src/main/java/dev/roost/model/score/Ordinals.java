package dev.roost.model.score;

/// Whole numbers in the order of floats, so that comparing needs no floating point.
final class Ordinals {

  /// The exponent of NaN and infinity; all others are lower.
  static final int NOT_FINITE = 0x7f80_0000;

  private Ordinals() {}

  /// Returns the ordinal of a value that is not NaN; that of -0 is that of 0.
  static int of(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return bits ^ ((bits >> 31) >>> 1);
  }

  static int exponent(float value) {
    return Float.floatToRawIntBits(value) & NOT_FINITE;
  }

  /// Returns the ordinals of the first values.
  ///
  /// @throws IllegalArgumentException if one of them is NaN or infinite
  static int[] of(float[] values, int count) {
    var ordinals = new int[count];
    int worst = 0;
    for (int i = 0; i < count; i++) {
      worst = Math.max(worst, exponent(values[i]));
      ordinals[i] = of(values[i]);
    }
    if (worst == NOT_FINITE) {
      Checks.requireFinite(values, count);
    }
    return ordinals;
  }
}
