package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BenchTableTest {

  private static final Bench BENCH =
      new FanoutBench(
          new FanoutBenchSettings(new GraphSize(10, 10), 1, 1, 1, Set.of(FanoutEntry.ROOST), null));

  private static List<String> lines(BenchRow... rows) {
    return BenchTable.lines(BENCH, List.of(rows));
  }

  @Test
  void comparesWithPeerAndLimitAndFoldsBoundsIn() {
    var lines =
        lines(
            new BenchRow("redis-list", 500_000, "deliveries/s"),
            new BenchRow("roost", 50e6, "deliveries/s"),
            new BenchRow("roost-min", 40e6, "deliveries/s"),
            new BenchRow("roost-max", 60e6, "deliveries/s"),
            new BenchRow("loop", 100e6, "deliveries/s"));

    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsPattern(
                        "^roost +50.00 M deliveries/s +100 +0.500 +40.00 M..60.00 M$"));
    assertThat(lines).noneMatch(line -> line.contains("-min"));
  }

  @Test
  void withoutPeerLimitAndBoundsThereAreNoColumnsOfThem() {
    var alone =
        new Bench() {
          @Override
          public String name() {
            return "alone";
          }

          @Override
          public List<BenchRow> run(BenchListener listener) {
            return List.of(new BenchRow("reads", 7, "us"));
          }
        };

    assertThat(BenchTable.lines(alone, alone.run(new Told())))
        .first()
        .asString()
        .matches(" +value unit");
  }

  @Test
  void aPeerThatDidNotTakePartIsNotNamed() {
    var lines = lines(new BenchRow("roost", 50e6, "deliveries/s"), new BenchRow("loop", 1e8, "x"));

    assertThat(lines).noneMatch(line -> line.contains("peer") || line.contains("Peer"));
    assertThat(lines).first().asString().contains("x limit");
    assertThat(lines).last().isEqualTo("Limit: loop.");
  }

  @Test
  void otherUnitsAreNotCompared() {
    var lines =
        lines(
            new BenchRow("loop", 100e6, "deliveries/s"),
            new BenchRow("roost-bytes-per-reader", 3_000, "bytes"));

    assertThat(lines)
        .anySatisfy(line -> assertThat(line).matches("roost-bytes-per-reader +3,000 bytes"));
  }
}
