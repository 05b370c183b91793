package dev.roost.api.http;

import dev.roost.actors.fanout.EdgeKind;
import dev.roost.actors.fanout.Freshness;
import dev.roost.actors.fanout.FreshnessCounts;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;

/// The freshness of posts as a histogram of Prometheus, one series for each kind of edge.
///
/// A post counts once for each reader who could see it. Micrometer would have to be told each of
/// them, so what the node has counted already is handed on as it is.
final class FreshnessSeries implements Collector {

  private static final String NAME = "roost_fanout_freshness_seconds";
  private static final long[] BOUND_MILLIS = {
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000, 600_000
  };

  private final Freshness freshness;

  FreshnessSeries(Freshness freshness) {
    this.freshness = freshness;
  }

  @Override
  public HistogramSnapshot collect() {
    var series =
        HistogramSnapshot.builder()
            .name(NAME)
            .help(
                "Time from a post's acknowledgement until a reader could see it, each reader once");
    for (var kind : EdgeKind.values()) {
      series.dataPoint(point(kind));
    }
    return series.build();
  }

  private HistogramDataPointSnapshot point(EdgeKind kind) {
    var counts = freshness.counts(kind);
    return HistogramDataPointSnapshot.builder()
        .labels(Labels.of("edge", Words.of(kind)))
        .classicHistogramBuckets(buckets(counts))
        .sum(counts.sumSeconds())
        .build();
  }

  private static ClassicHistogramBuckets buckets(FreshnessCounts counts) {
    var buckets = ClassicHistogramBuckets.builder();
    long below = 0;
    for (long bound : BOUND_MILLIS) {
      long within = counts.within(Duration.ofMillis(bound));
      buckets.bucket(bound / 1e3, within - below);
      below = within;
    }
    return buckets.bucket(Double.POSITIVE_INFINITY, counts.edges() - below).build();
  }
}
