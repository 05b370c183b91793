package dev.roost.model.score;

import dev.roost.model.Gen;
import dev.roost.model.score.TreeNode.Leaf;
import dev.roost.model.score.TreeNode.Split;
import java.util.List;
import java.util.stream.IntStream;

/// Trees for tests, and what they themselves say of a row.
final class Trees {

  private static final List<Float> HARD =
      List.of(0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 1f);

  private Trees() {}

  static float value(Gen gen) {
    return gen.either() ? HARD.get(gen.whole(0, HARD.size())) : (float) gen.between(-1, 1);
  }

  static TreeNode tree(Gen gen, int depth, int features, int width) {
    return depth == 0 || gen.whole(0, 8) == 0
        ? new Leaf(gen.vectorOf(width))
        : new Split(
            gen.whole(0, features),
            gen.whole(0, 20) == 0 ? infinity(gen) : value(gen),
            tree(gen, depth - 1, features, width),
            tree(gen, depth - 1, features, width));
  }

  private static float infinity(Gen gen) {
    return gen.either() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
  }

  static List<TreeNode> trees(Gen gen, int most, int depth, int features, int width) {
    int count = gen.whole(0, most + 1);
    return IntStream.range(0, count)
        .mapToObj(_ -> tree(gen, gen.whole(0, depth + 1), features, width))
        .toList();
  }

  static float[] rows(Gen gen, int n, int features) {
    var rows = new float[n * features];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = value(gen);
    }
    return rows;
  }

  /// Returns the leaf where a row ends.
  static Leaf walk(TreeNode node, float[] rows, int at) {
    return switch (node) {
      case Leaf leaf -> leaf;
      case Split(var feature, var atMost, var yes, var no) ->
          walk(rows[at + feature] <= atMost ? yes : no, rows, at);
    };
  }

  /// Returns the sums of rows by the trees themselves.
  static double[] sums(List<TreeNode> trees, double[] base, float[] rows, int n, int features) {
    var sums = new double[n * base.length];
    var values = new double[base.length];
    for (int row = 0; row < n; row++) {
      System.arraycopy(base, 0, sums, row * base.length, base.length);
      for (var tree : trees) {
        walk(tree, rows, row * features).copyTo(values, 0);
        for (int i = 0; i < base.length; i++) {
          sums[row * base.length + i] += values[i];
        }
      }
    }
    return sums;
  }
}
