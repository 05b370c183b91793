package dev.roost.model.feature;

/// Shares of impressions, drawn to what is usual where there are few.
final class Rates {

  /// Usual rates of positive engagements, and of each kind.
  static final double POSITIVE = 0.05;

  static final double CLICK = 0.05;
  static final double LIKE = 0.01;
  static final double SHARE = 0.002;
  static final double COMMENT = 0.002;
  static final double HIDE = 0.001;

  private static final double WEIGHT = 20; // impressions that the usual rate is worth

  private Rates() {}

  /// Returns the smoothed share, in `[0, 1]`.
  ///
  /// @param events at least 0
  /// @param impressions at least 0
  /// @param usual in `(0, 1)`
  static float of(double events, double impressions, double usual) {
    return (float) Math.min(1, (events + usual * WEIGHT) / (impressions + WEIGHT));
  }
}
