package dev.roost.api.bench;

import java.util.List;

/// What a bench found, as `--json` prints it.
///
/// @param machine where it was measured: compare ratios of one run, not figures of two machines
public record BenchReport(String bench, String machine, List<BenchRow> rows) {

  public BenchReport {
    rows = List.copyOf(rows);
  }

  /// Returns the report of rows measured in this process.
  public static BenchReport of(Bench bench, List<BenchRow> rows) {
    return new BenchReport(bench.name(), thisMachine(), rows);
  }

  private static String thisMachine() {
    var runtime = Runtime.getRuntime();
    return "%d processors, %s %s, Java %s, heap of at most %d MiB"
        .formatted(
            runtime.availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version(),
            runtime.maxMemory() >> 20);
  }
}
