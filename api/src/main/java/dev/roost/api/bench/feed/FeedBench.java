package dev.roost.api.bench.feed;

import dev.roost.api.bench.Bench;
import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchReport;
import dev.roost.api.bench.BenchRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What building feeds costs: the work of push and pull by strategy, how long reads take,
/// and how cost grows.
///
/// What does not fit into the heap is left out, and that is told before anything is measured.
public final class FeedBench implements Bench {

  /// The name of this bench.
  public static final String NAME = "feed";

  private final FeedBenchSettings settings;
  private final long heap;

  /// Returns a bench that has not begun.
  public FeedBench(FeedBenchSettings settings) {
    this(settings, Runtime.getRuntime().maxMemory());
  }

  /// Returns a bench that has not begun.
  ///
  /// @param heap bytes that it may use
  FeedBench(FeedBenchSettings settings, long heap) {
    this.settings = settings;
    this.heap = heap;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<BenchRow> run(BenchListener listener) {
    var rows = new ArrayList<BenchRow>();
    for (var measurement : fitting(listener)) {
      listener.doing(measurement.what());
      rows.addAll(measurement.rows().get());
    }
    return rows;
  }

  private List<Measurement> fitting(BenchListener listener) {
    var all =
        settings.parts().stream().sorted().flatMap(part -> measurements(part, listener)).toList();
    var least = all.stream().min(Comparator.comparing(Measurement::heapNeeded)).orElseThrow();
    if (least.heapNeeded() > heap) {
      throw least.tooLarge(heap);
    }
    all.stream()
        .filter(each -> each.heapNeeded() > heap)
        .map(each -> each.tooLarge(heap))
        .map(BenchException::getMessage)
        .forEach(why -> listener.leavingOut("left out: " + why));
    return all.stream().filter(each -> each.heapNeeded() <= heap).toList();
  }

  private Stream<Measurement> measurements(FeedPart part, BenchListener listener) {
    return switch (part) {
      case WORK -> Stream.of(WorkPart.measurement(settings, listener));
      case LATENCY -> new LatencyPart(settings, listener).measurements();
      case GROWTH -> new GrowthPart(settings, listener).measurements();
    };
  }

  @Override
  public List<String> lines(BenchReport report) {
    return FeedTable.lines(this, report);
  }
}
