package dev.roost.model.score;

/// A [TreeEnsemble] in the form in which a machine evaluates it fast. Immutable: any number of
/// threads may share one. All scorers of an ensemble give the same sums, bit for bit.
public interface Scorer {

  /// Returns what is evaluated.
  TreeEnsemble trees();

  /// Writes the sums of rows: base plus the values of one leaf per tree, added in the order of
  /// trees.
  ///
  /// @param rows row-major `[n, features]` or longer, the first n finite
  /// @param out row-major `[n, width]` or longer; the first n are overwritten
  /// @throws IllegalArgumentException if a value is NaN or infinite, or an array too short
  void score(float[] rows, int n, double[] out);

  /// Writes in which leaf of each tree rows end.
  ///
  /// @param rows row-major `[n, features]` or longer, the first n finite
  /// @param out row-major `[n, trees]` or longer, each in `[0, 2^depth)`, from left to right
  /// @throws IllegalArgumentException if a value is NaN or infinite, or an array too short
  void leaves(float[] rows, int n, int[] out);
}
