package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FanoutBenchTest {

  private static final GraphSize SIZE = new GraphSize(2_000, 40_000);

  private final Told told = new Told();

  @TempDir Path folder = Path.of("");

  private static FanoutBenchSettings settings(Set<FanoutEntry> entries) {
    return new FanoutBenchSettings(SIZE, 7, 1, 100_000, entries, null);
  }

  private static List<String> names(List<BenchRow> rows) {
    return rows.stream().map(BenchRow::name).toList();
  }

  /// Redis may be missing, but not in continuous integration.
  private static boolean hasRedis() {
    boolean found = RedisServer.find().isPresent();
    if (!found && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("no redis-server found; .ci/run installs it");
    }
    return found;
  }

  @Test
  void everyEntryDeliversWhatTheGraphAsksForAndHasItsRows() {
    var rows = new FanoutBench(settings(EnumSet.allOf(FanoutEntry.class))).run(told);

    var expected = new ArrayList<>(List.of("actor-per-user", "roost", "loop", "loop-1"));
    if (hasRedis()) {
      expected.addAll(List.of("redis-list", "redis-zset", "roost-vs-redis-list"));
    }
    assertThat(names(rows)).containsAll(expected).doesNotHaveDuplicates();
    assertThat(names(rows))
        .contains(
            "roost-min", "roost-max", "roost-vs-loop", "roost-vs-loop-min", "roost-vs-loop-max")
        .contains("roost-bytes-per-reader", "loop-bytes-per-reader");
    assertThat(names(rows)).allMatch(DescribedRows::contains);
    assertThat(rows).allMatch(row -> row.value() > 0);
    assertThat(told.done()).anyMatch(line -> line.startsWith("round 1: "));
  }

  @Test
  void withoutRedisItsRowsAreLeftOutAndThatIsTold() {
    var entries = EnumSet.of(FanoutEntry.REDIS_LIST, FanoutEntry.ROOST, FanoutEntry.LOOP);
    var rows = new FanoutBench(settings(entries), Optional::empty).run(told);

    assertThat(names(rows)).contains("roost", "loop").noneMatch(name -> name.contains("redis"));
    assertThat(told.leftOut()).singleElement().asString().contains("redis-server");
  }

  @Test
  void whoDeliversOtherThanTheGraphAsksForFailsTheBench() {
    var settings = settings(EnumSet.of(FanoutEntry.ROOST));
    var graph = SIZE.generate(7);
    try (var contest = new Contest(settings, graph, told)) {
      assertThatExceptionOfType(BenchException.WrongWork.class)
          .isThrownBy(() -> contest.enter(FanoutEntry.ROOST, Forgetful::new))
          .withMessageContaining("roost");
    }
  }

  @Test
  void whoCountsRightButHasOtherInboxesFailsTheBench() {
    var settings = settings(EnumSet.of(FanoutEntry.ROOST));
    try (var contest = new Contest(settings, SIZE.generate(7), told)) {
      assertThatExceptionOfType(BenchException.WrongWork.class)
          .isThrownBy(() -> contest.enter(FanoutEntry.ROOST, Pretender::new))
          .withMessage("empty inboxes");
    }
  }

  @Test
  void whatDoesNotStartAsRedisIsToldWithItsPath() throws IOException {
    var program = Files.writeString(folder.resolve("no-redis"), "#!/bin/sh\nexit 3\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var entries = EnumSet.of(FanoutEntry.REDIS_LIST);

    assertThatExceptionOfType(BenchException.Unusable.class)
        .isThrownBy(() -> new FanoutBench(settings(entries), () -> Optional.of(program)).run(told))
        .withMessageContaining(program + " does not start")
        .withMessageContaining("exit code 3")
        .withMessageContaining("--redis");
  }

  /// Counts all deliveries and makes none.
  private static final class Pretender implements Contestant {

    @Override
    public Delivery prepare(PostRound round) {
      return new Delivery(round.deliveries(), round::deliveries, Pretender::verify);
    }

    private static void verify() {
      throw new BenchException.WrongWork("empty inboxes");
    }

    @Override
    public int readers() {
      return SIZE.users();
    }

    @Override
    public void close() {}
  }

  /// Forgets one delivery of each round.
  private static final class Forgetful implements Contestant {

    @Override
    public Delivery prepare(PostRound round) {
      return new Delivery(round.deliveries(), () -> round.deliveries() - 1);
    }

    @Override
    public int readers() {
      return SIZE.users();
    }

    @Override
    public void close() {}
  }
}
