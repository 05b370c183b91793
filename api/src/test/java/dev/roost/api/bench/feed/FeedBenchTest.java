package dev.roost.api.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchReport;
import dev.roost.api.bench.BenchRow;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

  private static FeedBench bench(FeedPart part) {
    return new FeedBench(
        new FeedBenchSettings(1_000, 20_000, 7, 2, 20_000, Set.of(part), List.of(4.0)));
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
    assertThat(names(rows)).contains("push-nanos", "pull-nanos", "pull-nanos-nothing-new");
    assertThat(bench.lines(BenchReport.of(bench, rows)))
        .anyMatch(line -> line.startsWith("a post, at 50 reads"))
        .anyMatch(line -> line.matches("per-edge( +\\S+){7}"));
  }

  @Test
  void workThatDoesNotFitIntoTheHeapFailsBeforeItBegins() {
    assertThatExceptionOfType(BenchException.TooLarge.class)
        .isThrownBy(() -> FeedBenchSettings.requireHeap(Long.MAX_VALUE / 2))
        .withMessageContaining("ROOST_JVM_OPTS=-Xmx");
  }
}
