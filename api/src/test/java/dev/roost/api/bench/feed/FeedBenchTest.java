package dev.roost.api.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchReport;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.DescribedRows;
import dev.roost.api.bench.GraphSize;
import dev.roost.api.bench.Told;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FeedBenchTest {

  private static final long PLENTY = 1L << 40;

  private static final int WORK_USERS = 1_000;

  private final Told told = new Told();

  private static FeedBenchSettings settings(GraphSize size, FeedPart... parts) {
    return new FeedBenchSettings(size, WORK_USERS, 7, 1, 20_000, 1, 1_000, Set.of(parts));
  }

  private static FeedBenchSettings settings(FeedPart... parts) {
    return settings(new GraphSize(1_000, 20_000), parts);
  }

  private static FeedBench bench(FeedPart part) {
    return new FeedBench(settings(part), PLENTY);
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
    var rows = bench.run(told);

    assertThat(names(rows)).doesNotHaveDuplicates().allMatch(DescribedRows::contains);
    for (int ratio : WorkPart.RATIOS) {
      assertThat(names(rows))
          .contains("per-edge-vs-best-" + ratio, "per-edge-vs-best-total-" + ratio)
          .contains("work-" + ratio + "-threshold-64", "work-" + ratio + "-per-edge");
      for (var reading : Reading.values()) {
        var name = reading.prefix() + "%s-" + ratio + "-%s";
        assertThat(value(rows, name.formatted("fetches", "all-push"))).isZero();
        assertThat(value(rows, name.formatted("deliveries", "all-pull"))).isZero();
        assertThat(value(rows, name.formatted("deliveries", "per-edge")))
            .isPositive()
            .isLessThanOrEqualTo(value(rows, name.formatted("deliveries", "all-push")));
      }
      assertThat(value(rows, "page-fetches-" + ratio + "-all-pull"))
          .isLessThanOrEqualTo(value(rows, "fetches-" + ratio + "-all-pull"));
    }
    assertThat(names(rows)).contains("push-nanos", "look-nanos", "fetch-nanos", "pull-nanos");
    assertThat(FeedCharts.files(rows)).containsOnlyKeys("fan-out-work.svg", "fan-out-pages.svg");
    assertThat(bench.lines(BenchReport.of(bench, rows)))
        .satisfies(lines -> assertThat(lines).first().asString().contains("Java 25"))
        .noneMatch(line -> line.contains("x peer"))
        .anyMatch(line -> line.startsWith("a post, at 50 reads"))
        .anyMatch(line -> line.startsWith("a post, at 50 pages"))
        .anyMatch(line -> line.matches("per-edge( +\\S+){7}"));
  }

  @Test
  void latencyHasRowsOfReadsAloneThroughEntitiesAndUnderLoad() {
    var manyFollowers =
        new GraphSize(2_000, 400_000); // few posts a second: a busy machine keeps up
    var rows = new FeedBench(settings(manyFollowers, FeedPart.LATENCY), PLENTY).run(told);

    assertThat(names(rows))
        .doesNotHaveDuplicates()
        .contains("read-500-partition", "read-500-partition-pulled", "read-500-partition-p99")
        .contains("read-500-user-entity", "read-500-user-entity-p99", "deep-page");
    assertThat(names(rows)).allMatch(DescribedRows::contains);
    assertThat(rows).allMatch(row -> row.value() > 0);
    assertMeasuredOrLeftOut(rows, Strategy.PER_EDGE, "");
    assertMeasuredOrLeftOut(rows, Strategy.ALL_PUSH, "-all-push");
  }

  /// A machine that is busy with something else may lose posts under load; then that is told.
  private void assertMeasuredOrLeftOut(List<BenchRow> rows, String strategy, String suffix) {
    var underLoad =
        Stream.of("saturating", "read-p50", "read-p99", "read-p99-with-huge", "huge-visible-max")
            .map(name -> name + suffix)
            .toList();
    if (told.leftOut().stream().anyMatch(why -> why.contains("under load with " + strategy))) {
      assertThat(names(rows)).doesNotContainAnyElementsOf(underLoad);
    } else {
      assertThat(names(rows)).containsAll(underLoad);
    }
  }

  @Test
  void growthHasRowsAndChartsBySize() {
    var rows = bench(FeedPart.GROWTH).run(told);

    assertThat(names(rows))
        .containsExactly(
            "growth-users-1000-deliveries",
            "growth-users-1000-bytes",
            "growth-users-1000-read",
            "growth-followers-10",
            "growth-followers-100")
        .allMatch(DescribedRows::contains);
    assertThat(rows).allMatch(row -> row.unit().equals("bytes") || row.value() > 0);
    assertThat(FeedCharts.files(rows))
        .containsOnlyKeys(
            "fan-out-users.svg", "fan-out-bytes.svg", "fan-out-reads.svg", "fan-out-followers.svg");
  }

  @Test
  void workThatDoesNotFitIntoTheHeapFailsBeforeItBegins() {
    var bench = new FeedBench(settings(FeedPart.WORK), 1 << 20);

    assertThatExceptionOfType(BenchException.TooLarge.class)
        .isThrownBy(() -> bench.run(told))
        .withMessageContaining("work of push and pull, 1,000 users and 20,000 edges needs a heap")
        .withMessageContaining("ROOST_JVM_OPTS=-Xmx");
    assertThat(told.done()).isEmpty();
  }

  @Test
  void whatDoesNotFitIntoTheHeapIsLeftOutAndTheRestIsMeasured() {
    var bench = new FeedBench(settings(FeedPart.WORK, FeedPart.GROWTH), 450L << 20);
    var rows = bench.run(told);

    assertThat(told.leftOut()).singleElement().asString().startsWith("left out: work of push");
    assertThat(names(rows))
        .contains("growth-users-1000-deliveries", "growth-followers-10")
        .noneMatch(name -> name.startsWith("work-"));
  }
}
