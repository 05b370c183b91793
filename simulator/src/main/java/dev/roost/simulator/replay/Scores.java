package dev.roost.simulator.replay;

import static java.util.Comparator.comparingDouble;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.model.metric.MeanInterval;
import dev.roost.model.metric.Ndcg;
import dev.roost.model.metric.ReaderTotals;
import dev.roost.simulator.replay.ReplayReport.OverBest;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.report.RankerQuality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The answers of all rankers to the questions that count, summed by reader.
final class Scores {

  static final String SERVED = "served";
  static final String RANDOM = "random";
  static final String NDCG = "ndcg@10";

  private static final List<String> RANKERS =
      Stream.of(List.of(SERVED), Baselines.RANKERS, List.of(RANDOM)).flatMap(List::stream).toList();
  private static final List<String> METRICS = List.of("hitRate@10", NDCG, "auc", "logLoss");
  private static final String CANDIDATES = "candidates";

  private final ReaderTotals totals = new ReaderTotals(columns());
  private final int resamples;
  private final Chance chance;

  Scores(int resamples, Chance chance) {
    this.resamples = resamples;
    this.chance = chance;
  }

  private static List<String> columns() {
    var columns = new ArrayList<String>();
    for (var ranker : RANKERS) {
      METRICS.forEach(metric -> columns.add(column(ranker, metric)));
    }
    columns.add(CANDIDATES);
    return columns;
  }

  private static String column(String ranker, String metric) {
    return ranker + "/" + metric;
  }

  /// Adds one question's answers.
  ///
  /// @param baselines those of [Baselines#RANKERS], in that order
  void add(UserId reader, Answer served, List<Answer> baselines) {
    int candidates = served.candidates();
    var values = new ArrayList<>(values(served));
    baselines.forEach(answer -> values.addAll(values(answer)));
    values.addAll(randomOrder(candidates));
    values.add((double) candidates);
    totals.add(reader, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static List<Double> values(Answer answer) {
    return List.of(answer.hit(), answer.ndcg(), answer.auc(), answer.logLoss());
  }

  /// Returns what a random order is expected to reach, which needs no draw.
  private static List<Double> randomOrder(int candidates) {
    int cut = Math.min(Answer.CUT, candidates);
    double gain = IntStream.rangeClosed(1, cut).mapToDouble(r -> Ndcg.ofRank(r, cut)).sum();
    return List.of((double) cut / candidates, gain / candidates, 0.5, StrictMath.log(candidates));
  }

  int readers() {
    return totals.readers();
  }

  long questions() {
    return totals.events();
  }

  /// Returns how many items competed, a mean over questions; NaN without any.
  double candidates() {
    return totals.mean(CANDIDATES, 40, chance).map(MeanInterval::mean).orElse(Double.NaN);
  }

  List<RankerQuality> quality() {
    return RANKERS.stream().map(this::quality).toList();
  }

  private RankerQuality quality(String ranker) {
    var metrics = new LinkedHashMap<String, Estimate>();
    for (var metric : METRICS) {
      metrics.put(metric, estimate(totals.mean(column(ranker, metric), resamples, chance)));
    }
    return new RankerQuality(ranker, metrics);
  }

  /// Returns the NDCG@10 served over that of another ranker, on the same questions.
  Estimate gainOver(String ranker) {
    return estimate(totals.ratio(column(SERVED, NDCG), column(ranker, NDCG), resamples, chance));
  }

  /// Returns the same over the best of some rankers.
  OverBest gainOverBest(List<String> rankers) {
    var best = rankers.stream().max(comparingDouble(this::ndcg)).orElseThrow();
    return new OverBest(best, gainOver(best));
  }

  private double ndcg(String ranker) {
    return totals.mean(column(ranker, NDCG), 40, chance).map(MeanInterval::mean).orElse(Double.NaN);
  }

  private static Estimate estimate(Optional<MeanInterval> interval) {
    return interval
        .map(i -> new Estimate(i.mean(), i.low(), i.high()))
        .orElseGet(Estimate::unknown);
  }
}
