package dev.roost.api.bench.rank;

import static java.util.Objects.requireNonNull;

import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Ways to score one batch that take turns within each round, on one thread.
final class ScoringContest {

  private static final long TURN_NANOS = 10_000_000;
  private static final int STEADY_TURNS = 20;
  private static final double STEADY = 0.03;
  private static final double NANOS_PER_MICRO = 1e3;

  private final Map<String, Entry> entered = new LinkedHashMap<>();

  private final int warmTurns;

  /// Returns a contest without contestants.
  ///
  /// @param warmTurns least turns before a contestant counts as warm: the compiler may be busy
  ///     with others meanwhile
  ScoringContest(int warmTurns) {
    this.warmTurns = warmTurns;
  }

  /// A contestant, and what a batch took it in each round.
  private record Entry(Runnable batch, List<Double> micros) {}

  /// Enters a contestant and lets it run until its time is steady.
  void enter(String name, Runnable batch) {
    entered.put(name, new Entry(batch, new ArrayList<>()));
    double best = Double.MAX_VALUE;
    int since = 0;
    for (int turn = 0; turn < warmTurns || (turn < 4 * warmTurns && since < STEADY_TURNS); turn++) {
      double took = turn(batch);
      since = took < best * (1 - STEADY) ? 0 : since + 1;
      best = Math.min(best, took);
    }
  }

  /// Lets all run a round.
  void play() {
    entered.values().forEach(entry -> entry.micros().add(turn(entry.batch())));
  }

  /// Returns the time of a batch, in microseconds: the mean of a hundredth of a second.
  private static double turn(Runnable batch) {
    long began = System.nanoTime();
    long took = 0;
    int batches = 0;
    while (took < TURN_NANOS) {
      batch.run();
      batches++;
      took = System.nanoTime() - began;
    }
    return took / NANOS_PER_MICRO / batches;
  }

  boolean has(String name) {
    return entered.containsKey(name);
  }

  /// Returns the rows of a contestant's time.
  List<BenchRow> times(String name) {
    return rows(name, of(name), "us");
  }

  /// Returns the rows of how many times as fast as another one was in the same round.
  List<BenchRow> ratios(String row, String name, String other) {
    double[] ratios = of(other);
    double[] own = of(name);
    Arrays.setAll(ratios, round -> ratios[round] / own[round]);
    return rows(row, ratios, "x");
  }

  private double[] of(String name) {
    var entry = requireNonNull(entered.get(name), name);
    return entry.micros().stream().mapToDouble(each -> each).toArray();
  }

  private static List<BenchRow> rows(String name, double[] rounds, String unit) {
    double[] sorted = Arrays.stream(rounds).sorted().toArray();
    return List.of(
        new BenchRow(name, Median.of(sorted), unit),
        new BenchRow(name + "-min", sorted[0], unit),
        new BenchRow(name + "-max", sorted[sorted.length - 1], unit));
  }
}
