package dev.roost.model.score;

/// A node of a decision tree before it is laid out flat in a [TreeEnsemble].
public sealed interface TreeNode {

  /// Sends rows whose feature is at most `atMost` to `yes`, others to `no`.
  record Split(int feature, float atMost, TreeNode yes, TreeNode no) implements TreeNode {}

  /// Adds to the sums of a row.
  final class Leaf implements TreeNode {

    private final double[] values;

    /// Returns a leaf.
    ///
    /// @param values one for each sum; copied
    public Leaf(double... values) {
      this.values = values.clone();
    }

    /// Returns what it adds to the first sum.
    public double value() {
      return values[0];
    }

    int width() {
      return values.length;
    }

    void copyTo(double[] to, int at) {
      System.arraycopy(values, 0, to, at, values.length);
    }
  }

  /// Returns the most splits on a way to a leaf.
  default int depth() {
    return switch (this) {
      case Leaf _ -> 0;
      case Split(_, _, var yes, var no) -> 1 + Math.max(yes.depth(), no.depth());
    };
  }
}
