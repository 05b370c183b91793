package dev.roost.api.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchReport;
import dev.roost.api.bench.BenchRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedBenchTest {

  private static final BenchListener NOBODY =
      new BenchListener() {
        @Override
        public void doing(String what) {}

        @Override
        public void leavingOut(String why) {
          throw new AssertionError(why);
        }
      };

  @TempDir Path folder;

  private FeedBench bench(FeedPart part) {
    return new FeedBench(
        new FeedBenchSettings(
            1_000, 20_000, 7, 1, 20_000, 1, 1_000, Set.of(part), List.of(4.0), folder));
  }

  private static List<String> names(List<BenchRow> rows) {
    return rows.stream().map(BenchRow::name).toList();
  }

  private static double value(List<BenchRow> rows, String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + name))
        .value();
  }

  @Test
  void workHasRowsForEveryRatioAndStrategyAndCountsWhatStrategiesDo() {
    var bench = bench(FeedPart.WORK);
    var rows = bench.run(NOBODY);

    assertThat(names(rows)).doesNotHaveDuplicates();
    for (int ratio : WorkPart.RATIOS) {
      assertThat(names(rows))
          .contains("per-edge-vs-best-" + ratio, "per-edge-vs-best-total-" + ratio)
          .contains("work-" + ratio + "-threshold-64", "work-" + ratio + "-per-edge-at-4.00");
      assertThat(value(rows, "fetches-" + ratio + "-all-push")).isZero();
      assertThat(value(rows, "deliveries-" + ratio + "-all-pull")).isZero();
      assertThat(value(rows, "deliveries-" + ratio + "-per-edge"))
          .isPositive()
          .isLessThanOrEqualTo(value(rows, "deliveries-" + ratio + "-all-push"));
    }
    assertThat(names(rows)).contains("push-nanos", "look-nanos", "fetch-nanos", "pull-nanos");
    assertThat(folder.resolve("feed-work.svg")).isNotEmptyFile();
    assertThat(bench.lines(BenchReport.of(bench, rows)))
        .anyMatch(line -> line.startsWith("a post, at 50 reads"))
        .anyMatch(line -> line.matches("per-edge( +\\S+){7}"));
  }

  @Test
  void latencyHasRowsOfReadsAloneThroughEntitiesAndUnderLoad() {
    var rows = bench(FeedPart.LATENCY).run(NOBODY);

    assertThat(names(rows))
        .doesNotHaveDuplicates()
        .contains("read-500-partition", "read-500-partition-pulled", "read-500-partition-p99")
        .contains("read-500-user-entity", "read-500-user-entity-p99", "deep-page")
        .contains("saturating", "read-p50", "read-p99", "read-p99-with-huge", "huge-vs-without")
        .contains("read-p99-all-push", "huge-visible-max", "huge-visible-max-all-push");
    assertThat(rows).allMatch(row -> row.value() > 0);
  }

  @Test
  void growthHasRowsAndChartsBySize() {
    var rows = bench(FeedPart.GROWTH).run(NOBODY);

    assertThat(names(rows))
        .containsExactly(
            "growth-users-1000-deliveries",
            "growth-users-1000-bytes",
            "growth-users-1000-read",
            "growth-followers-10",
            "growth-followers-100");
    assertThat(rows).allMatch(row -> row.unit().equals("bytes") || row.value() > 0);
    assertThat(folder.resolve("feed-growth-followers.svg")).isNotEmptyFile();
    assertThat(folder.resolve("feed-work.svg")).doesNotExist();
  }

  @Test
  void workThatDoesNotFitIntoTheHeapFailsBeforeItBegins() {
    assertThatExceptionOfType(BenchException.TooLarge.class)
        .isThrownBy(() -> FeedBenchSettings.requireHeap(Long.MAX_VALUE / 2))
        .withMessageContaining("ROOST_JVM_OPTS=-Xmx");
  }
}
