package dev.roost.model.rank;

import dev.roost.model.score.ScorerChoice;
import java.util.List;

/// Foretells what readers do: a model's formula, compiled for this machine, and its calibration.
/// Any number of threads may share one.
public final class HeadScorer {

  private static final double LONGEST = StrictMath.log(86_400); // a day, which nobody looks

  private static final Head[] HEADS = Head.values();

  private final Formula.Sums sums;
  private final List<PlattScaling> calibration;

  HeadScorer(RankingModel model, ScorerChoice choice) {
    sums = model.formula().compile(choice);
    calibration = model.calibration();
  }

  /// Writes what is foretold of rows: probabilities in `[0, 1]`, and seconds of dwell, at least 0.
  ///
  /// @param rows row-major `[n, features]`, all finite
  /// @param out row-major `[n, Head.COUNT]` or longer; the first n are overwritten
  /// @throws IllegalArgumentException if a value is NaN or infinite
  public void foretell(float[] rows, int n, double[] out) {
    sums.of(rows, n, out);
    for (int row = 0; row < n; row++) {
      for (var head : HEADS) {
        int at = row * Head.COUNT + head.ordinal();
        out[at] =
            head.isProbability()
                ? calibration.get(head.ordinal()).probability(out[at])
                : StrictMath.expm1(Math.clamp(out[at], 0, LONGEST));
      }
    }
  }
}
