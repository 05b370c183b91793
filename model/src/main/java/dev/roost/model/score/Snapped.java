package dev.roost.model.score;

/// An ensemble whose features have few enough distinct thresholds that the bin of a value fits into
/// a byte, see [Cuts].
///
/// Where a feature has more, as many cuts are chosen at equal steps of use (a threshold at which
/// many nodes split counts as often), and every threshold moves to the nearest. Scores then differ
/// slightly from those of the ensemble given, and equally on every scorer.
///
/// @param trees with at most the cuts asked for
/// @param moved how many nodes split at another value than before; 0 means nothing changed
public record Snapped(TreeEnsemble trees, int moved) {

  /// Returns the ensemble with at most [Cuts#MOST] cuts of any feature.
  public static Snapped of(TreeEnsemble trees) {
    return of(trees, Cuts.MOST);
  }

  /// Returns the ensemble with at most so many cuts of any feature.
  ///
  /// @param mostCuts at least 1
  public static Snapped of(TreeEnsemble trees, int mostCuts) {
    if (mostCuts < 1) {
      throw new IllegalArgumentException("a feature needs at least 1 cut: " + mostCuts);
    }
    var used = ThresholdUse.of(trees);
    var cuts = new float[trees.features()][];
    for (int feature = 0; feature < cuts.length; feature++) {
      cuts[feature] = chosen(used.sorted(feature), mostCuts);
    }
    return moved(trees, cuts);
  }

  private static Snapped moved(TreeEnsemble trees, float[][] cuts) {
    var thresholds = trees.thresholds();
    int moved = 0;
    for (int node = 0; node < thresholds.length; node++) {
      if (ThresholdUse.isSplit(trees, node)) {
        float to = nearest(cuts[trees.feature(node)], thresholds[node]);
        moved += to == thresholds[node] ? 0 : 1;
        thresholds[node] = to;
      }
    }
    return new Snapped(moved == 0 ? trees : trees.withThresholds(thresholds), moved);
  }

  private static float[] chosen(float[] used, int most) {
    var distinct = Cuts.distinct(used);
    if (distinct.length <= most) {
      return distinct;
    }
    var chosen = new float[most];
    for (int i = 0; i < most; i++) {
      chosen[i] = used[(int) ((i + 0.5) * used.length / most)];
    }
    return Cuts.distinct(chosen);
  }

  /// Returns the cut nearest to a threshold, the lower of two.
  private static float nearest(float[] cuts, float threshold) {
    float nearest = cuts[0];
    for (float cut : cuts) {
      boolean nearer = Math.abs((double) cut - threshold) < Math.abs((double) nearest - threshold);
      nearest = nearer || cut == threshold ? cut : nearest;
    }
    return nearest;
  }
}
