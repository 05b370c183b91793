package dev.roost.api.bench.feed;

import dev.roost.api.bench.Bench;
import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchReport;
import dev.roost.api.bench.BenchRow;
import java.util.ArrayList;
import java.util.List;

/// What building feeds costs: the work of push and pull by strategy, how long reads take,
/// and how cost grows.
public final class FeedBench implements Bench {

  /// The name of this bench.
  public static final String NAME = "feed";

  private final FeedBenchSettings settings;

  /// Returns a bench that has not begun.
  public FeedBench(FeedBenchSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<BenchRow> run(BenchListener listener) {
    var rows = new ArrayList<BenchRow>();
    if (settings.parts().contains(FeedPart.WORK)) {
      rows.addAll(new WorkPart(settings, listener).rows());
    }
    if (settings.parts().contains(FeedPart.LATENCY)) {
      rows.addAll(new LatencyPart(settings, listener).rows());
    }
    if (settings.parts().contains(FeedPart.GROWTH)) {
      rows.addAll(new GrowthPart(settings, listener).rows());
    }
    if (settings.chart() != null) {
      FeedCharts.write(settings.chart(), rows);
    }
    return rows;
  }

  @Override
  public List<String> lines(BenchReport report) {
    return FeedTable.lines(this, report);
  }
}
