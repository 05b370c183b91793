package dev.roost.model.offpolicy;

import static java.util.Objects.requireNonNull;

import dev.roost.model.chance.Chance;
import dev.roost.model.metric.MeanInterval;
import dev.roost.model.metric.ReaderTotals;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Estimates what a policy would have earned from rows that another policy logged.
///
/// All but the direct method assume that the logged propensities are true, that everything the
/// policy in question shows might have been logged, and that what a reader does depends on nothing
/// else that the policies do differently. Values are rewards a row. Each is a ratio of sums over
/// rows, and its interval is that of readers drawn again, each with all their rows
/// ([MeanInterval]); equal rows, seed and number of resamples
/// give equal intervals. O(rows log rows + readers · resamples).
public final class OffPolicy {

  private static final String SUM = "sum";
  private static final String WEIGHT = "weight";

  private final int resamples;
  private final Chance chance;

  /// @param resamples number of bootstrap samples, at least 40
  /// @param chance of the draws
  public OffPolicy(int resamples, Chance chance) {
    this.resamples = resamples;
    this.chance = requireNonNull(chance);
  }

  /// Returns the estimate by inverse propensity scores: the mean of weight times reward.
  ///
  /// Unbiased; its variance grows with the weights.
  ///
  /// Source: Horvitz and Thompson, [A generalization of sampling without replacement from a finite
  /// universe](https://doi.org/10.1080/01621459.1952.10483446), JASA 47(260), 1952.
  ///
  /// @return empty without rows
  public Optional<Estimate> ips(List<LoggedRow> rows) {
    return weighted(Estimator.IPS, rows, LoggedRow::weight);
  }

  /// Returns the estimate by inverse propensity scores, no weight above `cap`.
  ///
  /// Biased: too low, where rewards are at least 0, by the mean of reward times what was cut off
  /// the weight. Of rewards in `[0, r]` that is at most `r` times [Evidence#lostWeight], in
  /// expectation. The interval does not cover the bias.
  ///
  /// Source: Ionides, [Truncated importance sampling](https://doi.org/10.1198/106186008X320456),
  /// Journal of Computational and Graphical Statistics 17(2), 2008; the bound by Bottou et al.,
  /// [Counterfactual reasoning and learning systems](https://doi.org/10.48550/arXiv.1209.2355),
  /// JMLR 14, 2013, section 4.4.
  ///
  /// @param cap greatest weight used, above 0
  /// @return empty without rows
  public Optional<Estimate> clippedIps(List<LoggedRow> rows, double cap) {
    if (!(cap > 0)) {
      throw new IllegalArgumentException("cap must be above 0: " + cap);
    }
    return weighted(Estimator.CLIPPED_IPS, rows, row -> Math.min(cap, row.weight()));
  }

  /// Returns the self-normalised estimate: the sum of weight times reward over that of weights.
  ///
  /// Biased by O(1/rows), but bounded by the rewards and unmoved by a constant factor in the
  /// propensities or a constant added to the rewards.
  ///
  /// Source: Swaminathan and Joachims, The self-normalized estimator for counterfactual learning,
  /// NIPS 2015, pages 3231-3239; of ratios in general, Hájek's comment in Godambe and Sprott
  /// (editors), Foundations of Statistical Inference, 1971.
  ///
  /// @return empty if nothing has weight
  public Optional<Estimate> snips(List<LoggedRow> rows) {
    var totals = new ReaderTotals(List.of(SUM, WEIGHT));
    for (var row : rows) {
      totals.add(row.reader(), row.weight() * row.reward(), row.weight());
    }
    var value = totals.ratio(SUM, WEIGHT, resamples, chance);
    return judged(Estimator.SNIPS, value, rows, LoggedRow::weight);
  }

  /// Returns the estimate by the direct method: the mean of what the model expects of the policy.
  ///
  /// As biased as the model, and no interval tells: it covers what the model expects over readers.
  ///
  /// @return empty without rows
  public Optional<Estimate> direct(List<ModelledRow> rows) {
    return modelled(Estimator.DIRECT, rows, ModelledRow::ofTarget);
  }

  /// Returns the doubly robust estimate: the direct method, plus the mean of weight times the error
  /// of the model at what was shown.
  ///
  /// Unbiased if either the propensities or the model are true; if neither is, biased by the
  /// product of their errors. A good model makes it less variable than [#ips].
  ///
  /// Source: Dudík, Erhan, Langford and Li, [Doubly robust policy evaluation and
  /// optimization](https://doi.org/10.1214/14-STS500), Statistical Science 29(4), 2014.
  ///
  /// @return empty without rows
  public Optional<Estimate> doublyRobust(List<ModelledRow> rows) {
    return modelled(
        Estimator.DOUBLY_ROBUST,
        rows,
        m -> m.ofTarget() + m.row().weight() * (m.row().reward() - m.ofShown()));
  }

  private Optional<Estimate> weighted(
      Estimator by, List<LoggedRow> rows, ToDoubleFunction<LoggedRow> weight) {
    var totals = new ReaderTotals(List.of(SUM));
    rows.forEach(r -> totals.add(r.reader(), weight.applyAsDouble(r) * r.reward()));
    return judged(by, totals.mean(SUM, resamples, chance), rows, weight);
  }

  private Optional<Estimate> modelled(
      Estimator by, List<ModelledRow> rows, ToDoubleFunction<ModelledRow> term) {
    var totals = new ReaderTotals(List.of(SUM));
    rows.forEach(m -> totals.add(m.row().reader(), term.applyAsDouble(m)));
    var value = totals.mean(SUM, resamples, chance);
    return judged(by, value, rows.stream().map(ModelledRow::row).toList(), LoggedRow::weight);
  }

  private Optional<Estimate> judged(
      Estimator by,
      Optional<MeanInterval> value,
      List<LoggedRow> rows,
      ToDoubleFunction<LoggedRow> weight) {
    return value.map(
        interval -> {
          var evidence = Weights.evidence(rows, weight, resamples, chance);
          return new Estimate(by, interval, evidence, Verdict.on(evidence));
        });
  }
}
