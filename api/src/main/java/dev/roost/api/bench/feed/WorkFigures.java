package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What all strategies took at one ratio of reads to posts: medians over rounds of nanoseconds a
/// post.
///
/// The *work* of a strategy is what it spends on pushing and pulling: delivering beyond what
/// stepping over the rows costs, which is what all-pull spends on it, and reading beyond what
/// copying an inbox costs, which is what all-push spends. Differences are taken within a round.
final class WorkFigures {

  private static final double LEAST_NANOS = 1; // what is below is not told from nothing

  private final Schedule schedule;
  private final String prefix;
  private final int readsPerPost;
  private final List<Strategy> strategies;
  private final List<Map<String, TimedReaders.Spent>> rounds = new ArrayList<>();

  /// What a strategy spent in a round, in nanoseconds a post.
  @FunctionalInterface
  private interface Cost {
    double of(Map<String, TimedReaders.Spent> round, String strategy);
  }

  /// Returns no figures.
  ///
  /// @param prefix of the names of the rows
  WorkFigures(Schedule schedule, String prefix, int readsPerPost, List<Strategy> strategies) {
    this.schedule = schedule;
    this.prefix = prefix;
    this.readsPerPost = readsPerPost;
    this.strategies = strategies;
  }

  /// Notes a round.
  void add(Map<String, TimedReaders.Spent> round) {
    rounds.add(round);
  }

  private long posts() {
    return (long) (schedule.stretches() - schedule.firstMeasured()) * schedule.posts();
  }

  private static TimedReaders.Spent of(Map<String, TimedReaders.Spent> round, String strategy) {
    var spent = round.get(strategy);
    if (spent == null) {
      throw new IllegalStateException("no strategy " + strategy);
    }
    return spent;
  }

  private double work(Map<String, TimedReaders.Spent> round, String strategy) {
    var spent = of(round, strategy);
    long nanos =
        spent.deliverNanos()
            - of(round, Strategy.ALL_PULL).deliverNanos()
            + spent.readNanos()
            - of(round, Strategy.ALL_PUSH).readNanos();
    return Math.max(LEAST_NANOS, (double) nanos / posts());
  }

  private double total(Map<String, TimedReaders.Spent> round, String strategy) {
    return (double) of(round, strategy).totalNanos() / posts();
  }

  /// Returns the rows.
  List<BenchRow> rows() {
    var rows = new ArrayList<BenchRow>();
    for (var strategy : strategies) {
      var name = strategy.name();
      add(rows, "work", name, "ns/post", round -> work(round, name));
      add(rows, "total", name, "ns/post", round -> total(round, name));
      add(rows, "deliver", name, "ns/post", round -> a(of(round, name).deliverNanos()));
      add(rows, "read", name, "ns/post", round -> a(of(round, name).readNanos()));
      add(rows, "deliveries", name, "1/post", round -> a(of(round, name).deliveries()));
      add(rows, "fetches", name, "1/post", round -> a(of(round, name).fetches()));
      add(rows, "turns", name, "1/post", round -> a(of(round, name).turns()));
    }
    rows.add(
        new BenchRow(
            prefix + "per-edge-vs-best-" + readsPerPost, median(advantage(this::work)), "x"));
    rows.add(
        new BenchRow(
            prefix + "per-edge-vs-best-total-" + readsPerPost,
            median(advantage(this::total)),
            "x"));
    return rows;
  }

  private void add(
      List<BenchRow> rows,
      String kind,
      String strategy,
      String unit,
      ToDoubleFunction<Map<String, TimedReaders.Spent>> value) {
    rows.add(
        new BenchRow(prefix + kind + "-" + readsPerPost + "-" + strategy, median(value), unit));
  }

  private double a(long count) {
    return (double) count / posts();
  }

  /// Returns by how much the best of the others spends more than the choice per edge.
  private ToDoubleFunction<Map<String, TimedReaders.Spent>> advantage(Cost cost) {
    return round ->
        strategies.stream()
                .filter(strategy -> !strategy.name().equals(Strategy.PER_EDGE))
                .mapToDouble(strategy -> cost.of(round, strategy.name()))
                .min()
                .orElseThrow()
            / cost.of(round, Strategy.PER_EDGE);
  }

  // ---- what one push and one pull cost ----

  /// Returns the nanoseconds of a delivery.
  double pushNanos() {
    return median(
        round -> {
          var push = of(round, Strategy.ALL_PUSH);
          long nanos = push.deliverNanos() - of(round, Strategy.ALL_PULL).deliverNanos();
          return (double) nanos / Math.max(1, push.deliveries());
        });
  }

  /// Returns the nanoseconds of looking for one author's rows at one read.
  ///
  /// @param edges of all measured reads together
  double pullNanos(long edges) {
    return median(
        round -> {
          long nanos =
              of(round, Strategy.ALL_PULL).readNanos() - of(round, Strategy.ALL_PUSH).readNanos();
          return (double) nanos / Math.max(1, edges);
        });
  }

  /// Returns the nanoseconds of fetching a row: what pulls take beyond looking.
  ///
  /// @param lookNanos of all looks together
  double fetchNanos(double lookNanos) {
    return median(
        round -> {
          var pull = of(round, Strategy.ALL_PULL);
          double nanos = pull.readNanos() - of(round, Strategy.ALL_PUSH).readNanos() - lookNanos;
          return nanos / Math.max(1, pull.fetches());
        });
  }

  private double median(ToDoubleFunction<Map<String, TimedReaders.Spent>> value) {
    return Median.of(rounds.stream().mapToDouble(value).toArray());
  }
}
