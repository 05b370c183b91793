package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.FollowGraph;
import dev.roost.api.bench.GraphSize;
import dev.roost.api.bench.GraphUsers;
import dev.roost.api.bench.Median;
import dev.roost.model.reader.ReaderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The work of delivering and reading under every strategy, where reads are 1, 5 and 50 times as
/// many as posts.
final class WorkPart {

  /// Reads for each post.
  static final List<Integer> RATIOS = List.of(1, 5, 50);

  private static final long BASE_BYTES = 512L << 20;
  private static final long BYTES_A_VIEW = 400;
  private static final long VIEW_BYTES_AN_EDGE = 12;

  private final FeedBenchSettings settings;
  private final BenchListener listener;
  private final FollowGraph graph;
  private final GraphUsers users;
  private final List<Strategy> strategies;
  private final ReaderView[] views;

  private WorkPart(FeedBenchSettings settings, BenchListener listener) {
    this.settings = settings;
    this.listener = listener;
    graph = settings.workSize().generate(settings.seed());
    strategies = Strategy.all(graph);
    users = new GraphUsers(graph, Schedule.START);
    views = IntStream.range(0, graph.users()).mapToObj(users::view).toArray(ReaderView[]::new);
  }

  /// Returns what is to be measured; nothing is drawn before that begins.
  static Measurement measurement(FeedBenchSettings settings, BenchListener listener) {
    return new Measurement(
        "work of push and pull, " + settings.workSize(),
        heapNeeded(settings),
        () -> new WorkPart(settings, listener).rows());
  }

  private static long heapNeeded(FeedBenchSettings settings) {
    int users = settings.workSize().users();
    long edges = settings.workSize().edges();
    return BASE_BYTES
        + Strategy.most(users) * GraphSize.treeBytes(users, edges)
        + GraphSize.graphBytes(edges)
        + users * BYTES_A_VIEW
        + edges * VIEW_BYTES_AN_EDGE;
  }

  private List<BenchRow> rows() {
    var rows = new ArrayList<BenchRow>();
    for (var reading : Reading.values()) {
      for (int ratio : RATIOS) {
        rows.addAll(rows(reading, ratio));
      }
    }
    return rows;
  }

  private List<BenchRow> rows(Reading reading, int ratio) {
    var schedule = Schedule.draw(graph.users(), ratio, settings.events(), settings.seed());
    var figures = new WorkFigures(schedule, reading.prefix(), ratio, strategies);
    var idle = new ArrayList<Double>();
    for (int round = 0; round < settings.rounds(); round++) {
      listener.doing(
          "%s, %d reads a post: round %d of %d"
              .formatted(
                  reading.name().toLowerCase(Locale.ROOT), ratio, round + 1, settings.rounds()));
      var running = new WorkRound(users, views, schedule, reading, strategies);
      figures.add(running.run());
      if (ratio == RATIOS.getFirst()) {
        idle.add(idleNanos(running));
      }
    }
    var rows = new ArrayList<>(figures.rows());
    if (ratio == RATIOS.getFirst()) {
      rows.addAll(costs(reading, figures, schedule, idle));
    }
    return rows;
  }

  /// Returns the nanoseconds of looking for an author's rows where none are new.
  private double idleNanos(WorkRound round) {
    var nanos = round.readTwice();
    long pull = nanos.getOrDefault(Strategy.ALL_PULL, 0L);
    long push = nanos.getOrDefault(Strategy.ALL_PUSH, 0L);
    return (double) (pull - push) / graph.edges();
  }

  private List<BenchRow> costs(
      Reading reading, WorkFigures figures, Schedule schedule, List<Double> idle) {
    double look = Median.of(idle.stream().mapToDouble(Double::doubleValue).toArray());
    long edges = edgesRead(schedule);
    return List.of(
        new BenchRow(reading.prefix() + "push-nanos", figures.pushNanos(), "ns"),
        new BenchRow(reading.prefix() + "look-nanos", look, "ns"),
        new BenchRow(reading.prefix() + "fetch-nanos", figures.fetchNanos(look * edges), "ns"),
        new BenchRow(reading.prefix() + "pull-nanos", figures.pullNanos(edges), "ns"));
  }

  private long edgesRead(Schedule schedule) {
    long edges = 0;
    for (int stretch = schedule.firstMeasured(); stretch < schedule.stretches(); stretch++) {
      for (int i = 0; i < schedule.reads(); i++) {
        edges += graph.followCount(schedule.reader(stretch, i));
      }
    }
    return edges;
  }
}
