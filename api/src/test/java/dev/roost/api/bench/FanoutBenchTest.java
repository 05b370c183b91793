package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FanoutBenchTest {

  private static final int USERS = 2_000;

  private final Told told = new Told();

  /// Remembers what a bench told.
  private static final class Told implements BenchListener {
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    @Override
    public void doing(String what) {
      done.add(what);
    }

    @Override
    public void leavingOut(String why) {
      leftOut.add(why);
    }
  }

  private static FanoutBenchSettings settings(Set<FanoutEntry> entries) {
    return new FanoutBenchSettings(USERS, 40_000, 7, 1, 100_000, entries, null);
  }

  private static List<String> names(List<BenchRow> rows) {
    return rows.stream().map(BenchRow::name).toList();
  }

  @Test
  void everyEntryDeliversWhatTheGraphAsksForAndHasItsRows() {
    var rows = new FanoutBench(settings(EnumSet.allOf(FanoutEntry.class))).run(told);

    var expected = new ArrayList<>(List.of("actor-per-user", "roost", "loop", "loop-1"));
    if (RedisServer.find().isPresent()) {
      expected.addAll(List.of("redis-list", "redis-zset", "roost-vs-redis-list"));
    }
    assertThat(names(rows)).containsAll(expected).doesNotHaveDuplicates();
    assertThat(names(rows))
        .contains("roost-min", "roost-max", "roost-vs-loop")
        .contains("roost-bytes-per-reader", "loop-bytes-per-reader");
    assertThat(rows).allMatch(row -> row.value() > 0);
    assertThat(told.done).anyMatch(line -> line.startsWith("round 1: "));
  }

  @Test
  void withoutRedisItsRowsAreLeftOutAndThatIsTold() {
    var entries = EnumSet.of(FanoutEntry.REDIS_LIST, FanoutEntry.ROOST, FanoutEntry.LOOP);
    var rows = new FanoutBench(settings(entries), Optional::empty).run(told);

    assertThat(names(rows)).contains("roost", "loop").noneMatch(name -> name.contains("redis"));
    assertThat(told.leftOut).singleElement().asString().contains("redis-server");
  }

  @Test
  void whoDeliversOtherThanTheGraphAsksForFailsTheBench() {
    var settings = settings(EnumSet.of(FanoutEntry.ROOST));
    var graph = FollowGraph.generate(USERS, 40_000, 7);
    try (var field = new Field(settings, graph, told)) {
      assertThatExceptionOfType(BenchException.WrongWork.class)
          .isThrownBy(() -> field.enter(FanoutEntry.ROOST, Forgetful::new))
          .withMessageContaining("roost");
    }
  }

  /// Forgets one delivery of each round.
  private static final class Forgetful implements Contestant {

    @Override
    public Delivery prepare(PostRound round) {
      return new Delivery(round.deliveries(), () -> round.deliveries() - 1);
    }

    @Override
    public int readers() {
      return USERS;
    }

    @Override
    public void close() {}
  }
}
