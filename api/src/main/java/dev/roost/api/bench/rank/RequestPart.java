package dev.roost.api.bench.rank;

import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.Latencies;
import dev.roost.api.bench.Median;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Times whole feeds through the actors of a node whose world has lived for some days: some 1,000
/// candidates retrieved, 200 of them scored by all heads of the model, re-ranked to 20.
final class RequestPart {

  private static final int THREADS = 2;
  private static final int LIMIT = 20;
  private static final double LOAD = 0.5; // of what saturates

  /// Budgets that find some thousand candidates, and models that rank as soon as they are trained.
  private static final Map<String, ?> CONFIG =
      Map.of(
          "roost.rank.retrieval.neighbours", 900,
          "roost.rank.retrieval.co-engaged", 250,
          "roost.rank.retrieval.affinity", 100,
          "roost.rank.retrieval.friends-of-friends", 100,
          "roost.rank.retrieval.trending", 200,
          "roost.rank.retrieval.trending-nearby", 100,
          "roost.rank.retrieval.fresh", 100,
          "roost.registry.scheduled.shadow", "0s",
          "roost.registry.scheduled.canary", "0s",
          "roost.registry.watch", "0s");

  private final RankBenchSettings settings;
  private final BenchListener listener;

  RequestPart(RankBenchSettings settings, BenchListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  List<BenchRow> rows() {
    listener.doing(
        "letting a world of %,d users live for %d days"
            .formatted(settings.users(), settings.days()));
    var rows = new ArrayList<BenchRow>();
    LivedWorld.after(
        settings.users(),
        settings.days(),
        THREADS,
        settings.seed(),
        config(),
        world -> {
          rows.addAll(measure(new RequestLoad(world, LIMIT, settings.seed())));
          listener.doing("making feeds ahead");
          rows.addAll(new AheadPart(world, LIMIT).rows());
        });
    return rows;
  }

  private static Map<String, Object> config() {
    var config = new HashMap<String, Object>(CONFIG);
    config.putAll(AheadPart.CONFIG);
    return config;
  }

  private List<BenchRow> measure(RequestLoad load) {
    var time = Duration.ofSeconds(settings.seconds());
    listener.doing("warming up");
    load.saturate(time.multipliedBy(2));
    var rates = new ArrayList<Double>();
    var latencies = new ArrayList<Latencies>();
    for (int round = 0; round < settings.requestRounds(); round++) {
      double rate = load.saturate(time);
      rates.add(rate);
      latencies.add(load.run(rate * LOAD, time));
      listener.doing("round %d: %,.0f feeds/s".formatted(round + 1, rate));
    }
    var stages = Stages.of(() -> load.saturate(time.multipliedBy(2)));
    var rows = new ArrayList<BenchRow>();
    rows.add(new BenchRow("feeds", median(rates), "feeds/s"));
    rows.add(new BenchRow("feeds-min", Collections.min(rates), "feeds/s"));
    rows.add(new BenchRow("feeds-max", Collections.max(rates), "feeds/s"));
    rows.add(new BenchRow("feed-p50-at-half", percentile(latencies, 50), "us"));
    rows.add(new BenchRow("feed-p99-at-half", percentile(latencies, 99), "us"));
    rows.add(new BenchRow("candidates", load.candidates(), "1/feed"));
    rows.add(new BenchRow("items", load.items(), "1/feed"));
    rows.addAll(stages);
    return rows;
  }

  private static double median(List<Double> values) {
    return Median.of(values.stream().mapToDouble(each -> each).toArray());
  }

  private static double percentile(List<Latencies> rounds, double percentile) {
    return Median.of(rounds.stream().mapToDouble(each -> each.micros(percentile)).toArray());
  }
}
