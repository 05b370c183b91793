package dev.roost.model.train;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Head;
import java.util.List;

/// Examples as learners want them: rows of features, and what came of each.
final class Fold {

  static final FeatureSchema SCHEMA = FeatureSchema.standard();

  private final List<Example> examples;
  private final float[] rows; // [n, features]

  private Fold(List<Example> examples) {
    this.examples = examples;
    rows = new float[examples.size() * SCHEMA.size()];
    for (int i = 0; i < examples.size(); i++) {
      copy(examples.get(i), rows, i * SCHEMA.size());
    }
  }

  static Fold of(List<Example> examples) {
    return new Fold(List.copyOf(examples));
  }

  /// Copies the row as served, but at the place where the item stood, if it stood anywhere.
  private static void copy(Example example, float[] to, int at) {
    for (int i = 0; i < SCHEMA.size(); i++) {
      to[at + i] = example.feature(i);
    }
    if (example.served().position() != Example.UNPLACED) {
      to[at + Feature.POSITION.ordinal()] = example.served().position();
    }
  }

  /// Returns the row from which is learned.
  static float[] row(Example example) {
    var row = new float[SCHEMA.size()];
    copy(example, row, 0);
    return row;
  }

  List<Example> examples() {
    return examples;
  }

  int size() {
    return examples.size();
  }

  /// Returns the rows, row-major `[size, features]`; not to be written.
  float[] flat() {
    return rows;
  }

  /// Returns the rows, each in an array of its own.
  float[][] rows() {
    var each = new float[size()][SCHEMA.size()];
    for (int i = 0; i < each.length; i++) {
      System.arraycopy(rows, i * SCHEMA.size(), each[i], 0, SCHEMA.size());
    }
    return each;
  }

  /// Returns what came of each example, 0 or 1.
  ///
  /// @param head a probability
  int[] labels(Head head) {
    return examples.stream().mapToInt(example -> happened(example, head) ? 1 : 0).toArray();
  }

  private static boolean happened(Example example, Head head) {
    return switch (head) {
      case POSITIVE -> example.isPositive();
      case CLICK -> example.has(EngagementKind.CLICK);
      case LIKE -> example.has(EngagementKind.LIKE);
      case SHARE -> example.has(EngagementKind.SHARE);
      case COMMENT -> example.has(EngagementKind.COMMENT);
      case HIDE -> example.has(EngagementKind.HIDE) || example.has(EngagementKind.REPORT);
      case DWELL -> throw new IllegalArgumentException("dwell is no event");
    };
  }

  /// Returns what came of each example.
  boolean[] outcomes(Head head) {
    var outcomes = new boolean[size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = happened(examples.get(i), head);
    }
    return outcomes;
  }

  /// Returns how many examples this happened to.
  int count(Head head) {
    return (int) examples.stream().filter(example -> happened(example, head)).count();
  }

  /// Returns log(1 + seconds) of dwell.
  double[] dwell() {
    return examples.stream()
        .mapToDouble(example -> StrictMath.log1p(example.dwellSeconds()))
        .toArray();
  }

  /// Returns how many impressions each example stands for.
  double[] weights() {
    return examples.stream().mapToDouble(Example::weight).toArray();
  }
}
