package dev.roost.model.metric;

/// The 95 % interval of a share, from Wilson's score test: sensible for few cases and for shares
/// near 0 and 1, where the interval of the normal approximation is empty or leaves `[0, 1]`.
///
/// Source: Wilson, [Probable inference, the law of succession, and statistical
/// inference](https://doi.org/10.1080/01621459.1927.10502953), JASA 22(158), 1927. Cases must be
/// independent; where they are not, resample what is.
///
/// @param low at least 0
/// @param high at most 1, at least `low`
public record ShareInterval(double low, double high) {

  private static final double Z = 1.959963984540054;

  public ShareInterval {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("must be ordered in [0, 1]: " + low + ", " + high);
    }
  }

  /// Returns the interval of a share that was seen.
  ///
  /// @param share in `[0, 1]`
  /// @param cases number of cases, above 0; of weighted ones the effective number
  public static ShareInterval of(double share, double cases) {
    if (!(share >= 0 && share <= 1 && cases > 0 && cases < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "share must be in [0, 1], cases above 0: " + share + " of " + cases);
    }
    double doubt = Z * Z / cases;
    double middle = share + doubt / 2;
    double reach = Math.sqrt(doubt * (share * (1 - share) + doubt / 4));
    return new ShareInterval(
        Math.clamp((middle - reach) / (1 + doubt), 0, share),
        Math.clamp((middle + reach) / (1 + doubt), share, 1));
  }
}
