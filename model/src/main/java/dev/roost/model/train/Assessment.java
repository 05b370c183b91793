package dev.roost.model.train;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.model.learn.Example;
import dev.roost.model.metric.AveragePrecision;
import dev.roost.model.metric.Calibration;
import dev.roost.model.metric.Mae;
import dev.roost.model.metric.MeanInterval;
import dev.roost.model.metric.Ndcg;
import dev.roost.model.metric.PredictionMetric;
import dev.roost.model.metric.Predictions;
import dev.roost.model.metric.ReaderPredictions;
import dev.roost.model.metric.ReaderTotals;
import dev.roost.model.metric.Rmse;
import dev.roost.model.metric.Sliced;
import dev.roost.model.metric.Summary;
import dev.roost.model.metric.TopK;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.score.ScorerChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// How well a model foretells what came of examples that it has not seen.
///
/// Probabilities are held against outcomes at the place where each item stood. Lists are the feeds
/// as they were served, put in the order of the model's probability of a positive engagement at the
/// neutral position; what no ranking showed is not in them, so they compare models on what the one
/// that served found good, no more.
///
/// @param heads every metric of each kind of engagement, each with its count
/// @param positive metrics of any positive engagement, with intervals over readers
/// @param lists metrics of lists that hold something positive, with intervals over readers
/// @param reliability bins of about equal weight of any positive engagement
/// @param slices metrics of any positive engagement by country, language, age band, source and the
///     model that served, as `country=BR`
/// @param dwellRmse root mean square error of dwell, in seconds; empty without examples
/// @param dwellMae mean absolute error of it, in seconds
public record Assessment(
    Map<Head, Summary> heads,
    Map<PredictionMetric, MeanInterval> positive,
    Map<String, MeanInterval> lists,
    List<Calibration.Bin> reliability,
    SortedMap<String, Summary> slices,
    OptionalDouble dwellRmse,
    OptionalDouble dwellMae) {

  private static final int BINS = 10;
  private static final int LONG = 10;
  private static final int SHORT = 5;
  private static final List<String> LISTS =
      List.of("ndcg@10", "map@10", "precision@5", "recall@5", "f1@5");

  private static final Map<String, Function<Example.Served, String>> SLICES =
      Map.of(
          "country", served -> served.profile().country(),
          "language", served -> served.profile().language(),
          "ageBand", served -> served.profile().ageBand().name(),
          "source", served -> served.source().name(),
          "servedBy", Example.Served::modelVersion);

  /// Holds a model against examples of the standard schema.
  ///
  /// @param resamples of each interval, at least 40
  /// @throws IllegalArgumentException if the model is of another schema, or there are no examples
  public static Assessment of(
      RankingModel model, List<Example> examples, int resamples, Chance chance) {
    model
        .check(Fold.SCHEMA)
        .ifPresent(
            complaint -> {
              throw new IllegalArgumentException(complaint);
            });
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("there are no examples");
    }
    return new Judge(model, examples, resamples, chance).assessment();
  }

  /// One model and the examples it is held against.
  private static final class Judge {

    private final Fold fold;
    private final List<UserId> readers;
    private final double[] foretold; // [n, heads], where each item stood
    private final double[] neutral; // [n, heads], at the neutral position
    private final int resamples;
    private final Chance chance;

    Judge(RankingModel model, List<Example> examples, int resamples, Chance chance) {
      this.resamples = resamples;
      this.chance = chance;
      fold = Fold.of(examples);
      readers = examples.stream().map(example -> example.served().reader()).toList();
      foretold = foretell(model, fold.flat());
      neutral = foretell(model, asServed(examples));
    }

    private static double[] foretell(RankingModel model, float[] rows) {
      int n = rows.length / Fold.SCHEMA.size();
      var foretold = new double[n * Head.COUNT];
      model.compile(ScorerChoice.named("auto")).foretell(rows, n, foretold);
      return foretold;
    }

    private static float[] asServed(List<Example> examples) {
      int width = Fold.SCHEMA.size();
      var rows = new float[examples.size() * width];
      for (int at = 0; at < rows.length; at++) {
        rows[at] = examples.get(at / width).feature(at % width);
      }
      return rows;
    }

    private ReaderPredictions of(Head head) {
      var probabilities =
          IntStream.range(0, fold.size())
              .mapToDouble(i -> foretold[i * Head.COUNT + head.ordinal()])
              .toArray();
      return ReaderPredictions.of(
          readers, Predictions.of(probabilities, fold.outcomes(head), fold.weights()));
    }

    Assessment assessment() {
      var heads = new EnumMap<Head, Summary>(Head.class);
      for (var head : Head.values()) {
        if (head.isProbability()) {
          heads.put(head, Summary.of(of(head)));
        }
      }
      var positive = of(Head.POSITIVE);
      var dwell = new double[fold.size()];
      var expected = new double[fold.size()];
      for (int i = 0; i < dwell.length; i++) {
        dwell[i] = fold.examples().get(i).dwellSeconds();
        expected[i] = foretold[i * Head.COUNT + Head.DWELL.ordinal()];
      }
      return new Assessment(
          heads,
          intervals(positive),
          lists(),
          Calibration.quantileBins(positive.predictions(), BINS),
          slices(positive),
          Rmse.of(expected, dwell),
          Mae.of(expected, dwell));
    }

    private Map<PredictionMetric, MeanInterval> intervals(ReaderPredictions positive) {
      var intervals = new EnumMap<PredictionMetric, MeanInterval>(PredictionMetric.class);
      for (var metric : PredictionMetric.values()) {
        positive
            .interval(metric::of, resamples, chance)
            .ifPresent(interval -> intervals.put(metric, interval));
      }
      return intervals;
    }

    private SortedMap<String, Summary> slices(ReaderPredictions positive) {
      var all = new TreeMap<String, Summary>();
      SLICES.forEach(
          (name, label) ->
              Sliced.by(i -> label.apply(fold.examples().get(i).served()), positive)
                  .summaries()
                  .forEach((value, summary) -> all.put(name + "=" + value, summary)));
      return all;
    }

    private Map<String, MeanInterval> lists() {
      var totals = new ReaderTotals(LISTS);
      for (var list : byRequest()) {
        list.sort(
            Comparator.comparingDouble((Integer i) -> -neutral[i * Head.COUNT])
                .thenComparing(i -> fold.examples().get(i).served().item()));
        add(list, totals);
      }
      var lists = new LinkedHashMap<String, MeanInterval>();
      for (var name : LISTS) {
        totals.mean(name, resamples, chance).ifPresent(interval -> lists.put(name, interval));
      }
      return lists;
    }

    private List<List<Integer>> byRequest() {
      var requests = new LinkedHashMap<Object, List<Integer>>();
      for (int i = 0; i < fold.size(); i++) {
        var request = fold.examples().get(i).served().request();
        requests.computeIfAbsent(request, _ -> new ArrayList<>()).add(i);
      }
      return List.copyOf(requests.values());
    }

    private void add(List<Integer> list, ReaderTotals totals) {
      var shown = new boolean[list.size()];
      var gains = new double[list.size()];
      int relevant = 0;
      for (int place = 0; place < shown.length; place++) {
        shown[place] = fold.examples().get(list.get(place)).isPositive();
        gains[place] = shown[place] ? 1 : 0;
        relevant += shown[place] ? 1 : 0;
      }
      if (relevant > 0) {
        var top = TopK.of(shown, relevant, SHORT);
        totals.add(
            readers.get(list.getFirst()),
            Ndcg.at(gains, LONG).orElseThrow(),
            AveragePrecision.at(shown, relevant, LONG).orElseThrow(),
            top.precision(),
            top.recall().orElseThrow(),
            top.f1().orElseThrow());
      }
    }
  }
}
