package dev.roost.model.rank;

import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.Explanation;
import dev.roost.model.score.Contributions;
import dev.roost.model.score.ScorerChoice;
import dev.roost.model.score.TreeEnsemble;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Tells of a row what each feature adds to what a model foretells, compared with a row of which
/// nothing is known.
///
/// Exact and additive: base and contributions add up to the log-odds of a probability, the
/// logarithm of seconds of dwell, or, of a forest, to the mean of its trees. O(leaves · depth) for
/// an ensemble, so it is done only when asked for.
final class Explainer {

  private static final FeatureSchema SCHEMA = FeatureSchema.standard();

  private final RankingModel model;
  private final ValueFunction value;
  private final float[] unknown = new float[SCHEMA.size()];
  private final double[] sumsOfUnknown = new double[Head.COUNT];
  private final double[] added = new double[SCHEMA.size() * Head.COUNT];

  Explainer(RankingModel model, ValueFunction value) {
    this.model = model;
    this.value = value;
    for (int i = 0; i < unknown.length; i++) {
      unknown[i] = SCHEMA.column(i).missing();
    }
    sums(unknown, sumsOfUnknown);
  }

  /// Writes the sums that features add to; those of a forest before they become log-odds.
  private void sums(float[] row, double[] out) {
    var additive =
        model.formula() instanceof Formula.OfForest(var trees)
            ? new Formula.OfTrees(trees)
            : model.formula();
    additive.compile(ScorerChoice.named("portable")).of(row, 1, out);
  }

  /// Explains a row.
  ///
  /// @param foretold shape `[Head.COUNT]`, what the model foretells of it
  List<Explanation.Head> of(float[] row, double[] foretold) {
    Arrays.fill(added, 0);
    switch (model.formula()) {
      case Formula.OfTrees(TreeEnsemble trees) -> new Contributions(trees).add(row, unknown, added);
      case Formula.OfForest(TreeEnsemble trees) ->
          new Contributions(trees).add(row, unknown, added);
      case Formula.OfFeatures(LinearSums weights) -> addLinear(weights, row);
    }
    return Arrays.stream(Head.values()).map(head -> head(head, row, foretold)).toList();
  }

  private void addLinear(LinearSums weights, float[] row) {
    for (int i = 0; i < row.length; i++) {
      for (int sum = 0; sum < Head.COUNT; sum++) {
        added[i * Head.COUNT + sum] += weights.weight(sum, i) * (row[i] - (double) unknown[i]);
      }
    }
  }

  private Explanation.Head head(Head head, float[] row, double[] foretold) {
    boolean isForest = model.formula() instanceof Formula.OfForest;
    var scaling =
        head.isProbability() && !isForest
            ? model.calibration().get(head.ordinal())
            : PlattScaling.none();
    var contributions =
        IntStream.range(0, row.length)
            .filter(i -> added[i * Head.COUNT + head.ordinal()] != 0)
            .mapToObj(
                i ->
                    new Explanation.Contribution(
                        SCHEMA.column(i).name(),
                        row[i],
                        scaling.slope() * added[i * Head.COUNT + head.ordinal()]))
            .sorted(Comparator.comparingDouble(each -> -Math.abs(each.add())))
            .toList();
    return new Explanation.Head(
        head.name().toLowerCase(Locale.ROOT),
        foretold[head.ordinal()],
        value.weight(head),
        isForest ? "mean" : head.isProbability() ? "log-odds" : "log-seconds",
        scaling.slope() * sumsOfUnknown[head.ordinal()] + scaling.offset(),
        contributions);
  }
}
