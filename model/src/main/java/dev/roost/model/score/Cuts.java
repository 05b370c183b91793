package dev.roost.model.score;

import java.util.Arrays;

/// The cut points of each feature: the distinct thresholds at which an ensemble splits it, in
/// order. The bin of a value, the number of cuts below it, decides every split: a value is at most
/// the i-th cut (from 0) exactly if its bin is at most i. Immutable.
public final class Cuts {

  /// Most cuts of a feature whose bins fit into a byte.
  public static final int MOST = 255;

  private final float[][] cuts;

  private Cuts(float[][] cuts) {
    this.cuts = cuts;
  }

  /// Returns the cuts of an ensemble, as many as it has; [Snapped] makes them fewer.
  public static Cuts of(TreeEnsemble trees) {
    var used = ThresholdUse.of(trees);
    var cuts = new float[trees.features()][];
    for (int feature = 0; feature < cuts.length; feature++) {
      cuts[feature] = distinct(used.sorted(feature));
    }
    return new Cuts(cuts);
  }

  static float[] distinct(float[] sorted) {
    int count = 0;
    var distinct = new float[sorted.length];
    for (float each : sorted) {
      if (count == 0 || distinct[count - 1] != each) {
        distinct[count++] = each;
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  /// Returns the number of columns of a row.
  public int features() {
    return cuts.length;
  }

  /// Returns the number of cuts of a feature.
  public int count(int feature) {
    return cuts[feature].length;
  }

  /// Returns the most cuts of any feature.
  public int most() {
    return Arrays.stream(cuts).mapToInt(each -> each.length).max().orElse(0);
  }

  /// Returns a cut, the lowest first.
  public float cut(int feature, int index) {
    return cuts[feature][index];
  }

  /// Returns the number of cuts below a value.
  ///
  /// @param value not NaN
  public int bin(int feature, float value) {
    int at = Arrays.binarySearch(cuts[feature], value + 0f); // no cut is -0
    return at >= 0 ? at : -1 - at;
  }
}
