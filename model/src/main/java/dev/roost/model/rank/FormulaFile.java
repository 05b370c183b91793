package dev.roost.model.rank;

import dev.roost.model.score.TreeEnsemble;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// The part of a [ModelFile] that holds the formula: a letter for its kind, then its numbers.
final class FormulaFile {

  private static final int TREES = 'T';
  private static final int FOREST = 'F';
  private static final int LINEAR = 'L';
  private static final int NODE_BYTES = Short.BYTES + Float.BYTES;

  private FormulaFile() {}

  static void write(Formula formula, DataOutputStream out) throws IOException {
    switch (formula) {
      case Formula.OfTrees(var trees) -> {
        out.writeByte(TREES);
        write(trees, out);
      }
      case Formula.OfForest(var trees) -> {
        out.writeByte(FOREST);
        write(trees, out);
      }
      case Formula.OfFeatures(var weights) -> {
        out.writeByte(LINEAR);
        write(weights, out);
      }
    }
  }

  private static void write(TreeEnsemble trees, DataOutputStream out) throws IOException {
    out.writeInt(trees.features());
    out.writeInt(trees.depth());
    out.writeInt(trees.size());
    for (int sum = 0; sum < Head.COUNT; sum++) {
      out.writeDouble(trees.base(sum));
    }
    for (int node = 0; node < trees.nodes(); node++) {
      out.writeShort(trees.feature(node));
      out.writeFloat(trees.threshold(node));
      for (int sum = 0; sum < Head.COUNT; sum++) {
        out.writeDouble(trees.leaf(node, sum));
      }
    }
  }

  private static void write(LinearSums weights, DataOutputStream out) throws IOException {
    out.writeInt(weights.features());
    for (int sum = 0; sum < Head.COUNT; sum++) {
      out.writeDouble(weights.base(sum));
      for (int i = 0; i < weights.features(); i++) {
        out.writeDouble(weights.weight(sum, i));
      }
    }
  }

  /// Reads what [#write(Formula, DataOutputStream)] wrote, from a stream that knows how much is
  /// left.
  ///
  /// @throws IOException if it is no such thing
  /// @throws IllegalArgumentException if the numbers are no sound formula
  static Formula read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case TREES -> new Formula.OfTrees(trees(in));
      case FOREST -> new Formula.OfForest(trees(in));
      case LINEAR -> new Formula.OfFeatures(linear(in));
      default -> throw new IOException("unknown kind of formula: " + kind);
    };
  }

  private static TreeEnsemble trees(DataInputStream in) throws IOException {
    int features = in.readInt();
    int depth = in.readInt();
    int count = in.readInt();
    boolean possible =
        depth >= 0
            && depth <= TreeEnsemble.MAX_DEPTH
            && count >= 0
            && count <= (in.available() / NODE_BYTES) >> depth;
    if (!possible) {
      throw new IOException("impossible trees: " + count + " of depth " + depth);
    }
    var base = new double[Head.COUNT];
    for (int sum = 0; sum < base.length; sum++) {
      base[sum] = in.readDouble();
    }
    var feature = new int[count << depth];
    var threshold = new float[feature.length];
    var leaf = new double[feature.length * Head.COUNT];
    for (int node = 0; node < feature.length; node++) {
      feature[node] = in.readUnsignedShort();
      threshold[node] = in.readFloat();
      for (int sum = 0; sum < Head.COUNT; sum++) {
        leaf[node * Head.COUNT + sum] = in.readDouble();
      }
    }
    return TreeEnsemble.of(features, depth, base, feature, threshold, leaf);
  }

  private static LinearSums linear(DataInputStream in) throws IOException {
    int features = in.readInt();
    if (features < 1 || features > in.available() / Double.BYTES) {
      throw new IOException("impossible number of features: " + features);
    }
    var base = new double[Head.COUNT];
    var weights = new double[Head.COUNT * features];
    for (int sum = 0; sum < Head.COUNT; sum++) {
      base[sum] = in.readDouble();
      for (int i = 0; i < features; i++) {
        weights[sum * features + i] = in.readDouble();
      }
    }
    return new LinearSums(features, base, weights);
  }
}
