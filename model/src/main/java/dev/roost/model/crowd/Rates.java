package dev.roost.model.crowd;

/// Shares of impressions, drawn to what is usual where there are few.
public final class Rates {

  /// Usual rates of positive engagements, and of each kind.
  public static final double POSITIVE = 0.05;

  public static final double CLICK = 0.05;
  public static final double LIKE = 0.01;
  public static final double SHARE = 0.002;
  public static final double COMMENT = 0.002;
  public static final double HIDE = 0.001;

  private static final double WEIGHT = 20; // impressions that the usual rate is worth

  private Rates() {}

  /// Returns the smoothed share, in `[0, 1]`.
  ///
  /// @param events at least 0
  /// @param impressions at least 0
  /// @param usual in `(0, 1]`
  public static float of(double events, double impressions, double usual) {
    return (float) Math.min(1, (events + usual * WEIGHT) / (impressions + WEIGHT));
  }
}
