package dev.roost.api.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Deliveries a second and bytes a reader: Roost beside Redis, naive actors, and the plain loop, on
/// one generated graph, with the same posts in each round.
///
/// What is compared closely takes turns within each round, so that a machine that becomes slow does
/// so for all, and ratios are taken within a round; the two slowest peers run before, alone, and
/// let their memory go.
public final class FanoutBench implements Bench {

  /// The name of this bench.
  public static final String NAME = "fanout";

  private static final int WARM_UPS = 2;
  private static final long ACTOR_DELIVERIES = 2_000_000;
  private static final long LIST_DELIVERIES = 1_000_000;
  private static final long ZSET_DELIVERIES = 500_000;

  private final FanoutBenchSettings settings;
  private final Supplier<Optional<Path>> redisOnPath;

  /// Returns a bench that has not begun.
  public FanoutBench(FanoutBenchSettings settings) {
    this(settings, RedisServer::find);
  }

  FanoutBench(FanoutBenchSettings settings, Supplier<Optional<Path>> redisOnPath) {
    this.settings = settings;
    this.redisOnPath = redisOnPath;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> peer() {
    return Optional.of(FanoutEntry.REDIS_LIST.row());
  }

  @Override
  public Optional<String> limit() {
    return Optional.of(FanoutEntry.LOOP.row());
  }

  @Override
  public List<BenchRow> run(BenchListener listener) {
    settings.requireHeap(Runtime.getRuntime().maxMemory());
    var entries = EnumSet.copyOf(settings.entries());
    var redis = redis(entries, listener);
    listener.doing("generating " + settings.size());
    var graph = settings.size().generate(settings.seed());
    var figures = new EnumMap<FanoutEntry, Figures>(FanoutEntry.class);
    for (var alone : List.of(FanoutEntry.REDIS_ZSET, FanoutEntry.ACTOR_PER_USER)) {
      if (entries.remove(alone)) {
        figures.putAll(measure(EnumSet.of(alone), graph, redis, listener));
      }
    }
    figures.putAll(measure(entries, graph, redis, listener));
    return rows(figures);
  }

  /// Returns the Redis to use; without one its entries are removed.
  private Optional<Path> redis(EnumSet<FanoutEntry> entries, BenchListener listener) {
    var program = Optional.ofNullable(settings.redis()).or(redisOnPath);
    var ofRedis = EnumSet.of(FanoutEntry.REDIS_LIST, FanoutEntry.REDIS_ZSET);
    if (program.isEmpty() && entries.removeAll(ofRedis)) {
      listener.leavingOut(
          "no redis-server on the path: its rows are left out; --redis says where it is");
    }
    return program;
  }

  private Map<FanoutEntry, Figures> measure(
      EnumSet<FanoutEntry> entries,
      FollowGraph graph,
      Optional<Path> redis,
      BenchListener listener) {
    try (var contest = new Contest(settings, graph, listener)) {
      for (var entry : entries) {
        listener.doing("preparing " + entry.row());
        contest.enter(entry, () -> contestant(entry, graph, redis, contest));
      }
      for (int round = -WARM_UPS; round < settings.rounds(); round++) {
        contest.play(round);
      }
      return contest.figures();
    }
  }

  private Contestant contestant(
      FanoutEntry entry, FollowGraph graph, Optional<Path> redis, Contest contest) {
    return switch (entry) {
      case REDIS_LIST ->
          new RedisInboxes(
              graph, RedisInboxes.Kind.LIST, redis.orElseThrow(), most(LIST_DELIVERIES));
      case REDIS_ZSET ->
          new RedisInboxes(
              graph, RedisInboxes.Kind.SORTED_SET, redis.orElseThrow(), most(ZSET_DELIVERIES));
      case ACTOR_PER_USER -> new ActorPerUser(graph, most(ACTOR_DELIVERIES));
      case ROOST -> new RoostTree(graph);
      case LOOP -> contest.loop();
      case LOOP_1 -> contest.loop().onOneThread();
    };
  }

  private long most(long deliveries) {
    return Math.min(deliveries, settings.deliveries());
  }

  private static List<BenchRow> rows(Map<FanoutEntry, Figures> figures) {
    var rows = new ArrayList<BenchRow>();
    figures.forEach((entry, of) -> rows.addAll(of.rates(entry.row())));
    var roost = figures.get(FanoutEntry.ROOST);
    for (var other : List.of(FanoutEntry.REDIS_LIST, FanoutEntry.LOOP)) {
      var compared = figures.get(other);
      if (roost != null && compared != null) {
        rows.addAll(roost.ratios("roost-vs-" + other.row(), compared));
      }
    }
    figures.forEach((entry, of) -> rows.addAll(of.bytes(entry.row())));
    return rows;
  }
}
