package dev.roost.api.bench.feed;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.GraphUsers;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One schedule run by all strategies over the same item table on one thread.
///
/// Strategies take turns of many stretches, some ten milliseconds, so that what slows the machine
/// down slows all of them. They do so in another order each time, and in every second turn
/// backwards, so that none always runs after the same other one and finds what that left in caches.
final class WorkRound {

  private static final int EVENTS_OF_A_TURN = 16_384;
  private static final int READS_OF_A_TURN = 8_192; // where nothing is new
  private static final int TABLE_ROWS = 1 << 17;

  private final ReaderView[] views; // by user
  private final GraphUsers users;
  private final Schedule schedule;
  private final Reading reading;
  private final ItemTable table = new ItemTable(TABLE_ROWS, 1);
  private final List<TimedReaders> compared;
  private final int stretchesOfATurn;
  private long posts;

  /// Prepares a round in which every reader has read once.
  WorkRound(
      GraphUsers users,
      ReaderView[] views,
      Schedule schedule,
      Reading reading,
      List<Strategy> strategies) {
    this.users = users;
    this.reading = reading;
    this.views = views;
    this.schedule = schedule;
    compared = strategies.stream().map(strategy -> new TimedReaders(strategy, table)).toList();
    int events = schedule.posts() + schedule.reads();
    stretchesOfATurn = Math.max(1, EVENTS_OF_A_TURN / events);
    var queries = everybody(Schedule.START);
    compared.forEach(each -> each.read(views, queries, 0, views.length));
  }

  private FeedQuery[] everybody(Instant at) {
    var queries = new FeedQuery[views.length];
    for (int user = 0; user < queries.length; user++) {
      queries[user] = reading.query(views[user].reader(), at);
    }
    return queries;
  }

  /// Runs the schedule; returns what each strategy took.
  Map<String, TimedReaders.Spent> run() {
    turns(0, schedule.firstMeasured());
    compared.forEach(TimedReaders::beginMeasuring);
    turns(schedule.firstMeasured(), schedule.drift());
    turns(schedule.drift(), schedule.stretches());
    var spent = new LinkedHashMap<String, TimedReaders.Spent>();
    compared.forEach(each -> spent.put(each.strategy().name(), each.spent()));
    return spent;
  }

  /// Has every reader read twice; returns what the second reads took, for which nothing was new.
  ///
  /// @return nanoseconds by strategy, for all readers together
  Map<String, Long> readTwice() {
    var at = schedule.readAt(schedule.stretches(), 0);
    var queries = everybody(at);
    var nanos = new LinkedHashMap<String, Long>();
    compared.forEach(each -> each.read(views, queries, 0, views.length));
    compared.forEach(TimedReaders::beginMeasuring);
    for (int from = 0, turn = 0; from < views.length; from += READS_OF_A_TURN, turn++) {
      int to = Math.min(views.length, from + READS_OF_A_TURN);
      for (int i = 0; i < compared.size(); i++) {
        inTurn(turn, i).read(views, queries, from, to);
      }
    }
    compared.forEach(each -> nanos.put(each.strategy().name(), each.spent().readNanos()));
    return nanos;
  }

  private void turns(int from, int to) {
    for (int at = from, turn = 0; at < to; at += stretchesOfATurn, turn++) {
      turn(at, Math.min(to, at + stretchesOfATurn), turn);
    }
  }

  private void turn(int from, int to, int turn) {
    int row = table.published();
    append(from, to);
    int reads = schedule.reads();
    var readers = new ReaderView[(to - from) * reads];
    var queries = new FeedQuery[readers.length];
    for (int i = 0; i < readers.length; i++) {
      int stretch = from + i / reads;
      readers[i] = views[schedule.reader(stretch, i % reads)];
      var at = schedule.readAt(stretch, i % reads);
      queries[i] = reading.query(readers[i].reader(), at);
    }
    var end = schedule.readAt(to, 0);
    for (int i = 0; i < compared.size(); i++) {
      var each = inTurn(turn, i);
      for (int stretch = 0; stretch < to - from; stretch++) {
        each.deliver(row + (stretch + 1) * schedule.posts());
        each.read(readers, queries, stretch * reads, (stretch + 1) * reads);
      }
      each.sweep(end);
    }
    requireEqualAnswers();
  }

  /// Returns who is the `i`-th to run in a turn.
  private TimedReaders inTurn(int turn, int i) {
    int size = compared.size();
    int step = turn % 2 == 0 ? i : size - 1 - i;
    return compared.get((step + turn / 2) % size);
  }

  private void append(int from, int to) {
    for (int stretch = from; stretch < to; stretch++) {
      for (int i = 0; i < schedule.posts(); i++) {
        var at = schedule.postAt(stretch, i);
        table.append(users.post(schedule.author(stretch, i), ++posts, at));
      }
    }
  }

  private void requireEqualAnswers() {
    var first = compared.getFirst();
    for (var each : compared) {
      if (each.foundHash() != first.foundHash()) {
        throw new BenchException.WrongWork(
            "reads found other posts with %s than with %s: %,d and %,d"
                .formatted(
                    each.strategy().name(), first.strategy().name(), each.found(), first.found()));
      }
    }
  }
}
