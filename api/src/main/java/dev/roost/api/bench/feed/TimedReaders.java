package dev.roost.api.bench.feed;

import dev.roost.actors.fanout.ActiveReaders;
import dev.roost.actors.fanout.FanoutWork;
import dev.roost.actors.fanout.Freshness;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.model.chance.Chance;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.time.Instant;

/// All readers under one strategy, and the processor time spent on them, by kind of work.
///
/// Whether two strategies found the same is told by a hash, for which answers are kept until the
/// clock was read, some at a time.
final class TimedReaders {

  private static final int ANSWERS = 512; // between two looks at the clock

  private final Strategy strategy;
  private final ActiveReaders readers;
  private FanoutWork before;
  private long deliverNanos;
  private long readNanos;
  private final InNetwork[] answers = new InNetwork[ANSWERS];
  private long found;
  private long foundHash;

  TimedReaders(Strategy strategy, ItemTable table) {
    this.strategy = strategy;
    readers = new ActiveReaders(table, strategy.settings(), Freshness.unmeasured());
    before = readers.work();
  }

  /// Returns under which strategy readers are.
  Strategy strategy() {
    return strategy;
  }

  /// Forgets the time spent so far.
  void beginMeasuring() {
    before = readers.work();
    deliverNanos = 0;
    readNanos = 0;
  }

  /// Delivers all rows before `end`, in slices as a partition does.
  void deliver(int end) {
    int slice = strategy.settings().sliceDeliveries();
    long began = ThreadTime.nanos();
    while (readers.applied() - end < 0) {
      readers.deliver(end, slice);
    }
    deliverNanos += ThreadTime.nanos() - began;
  }

  /// Looks at edges that were not looked at for long.
  void sweep(Instant now) {
    long began = ThreadTime.nanos();
    readers.sweep(now);
    deliverNanos += ThreadTime.nanos() - began;
  }

  /// Reads for each view.
  ///
  /// @param from the first of the reads
  /// @param to the read after the last
  void read(ReaderView[] views, FeedQuery[] queries, int from, int to) {
    for (int next = from; next < to; next += ANSWERS) {
      int count = Math.min(ANSWERS, to - next);
      long began = ThreadTime.nanos();
      for (int i = 0; i < count; i++) {
        answers[i] = readers.read(views[next + i], queries[next + i]);
      }
      readNanos += ThreadTime.nanos() - began;
      for (int i = 0; i < count; i++) {
        note(answers[i]);
      }
    }
  }

  /// Notes what a read found, in whatever order and however it came.
  private void note(InNetwork answer) {
    long rows = 0;
    for (int i = 0; i < answer.pushedCount(); i++) {
      rows += Chance.mix(1L + answer.pushed(i));
    }
    for (int i = 0; i < answer.pulledCount(); i++) {
      rows += Chance.mix(1L + answer.pulled(i));
    }
    found += answer.pushedCount() + answer.pulledCount();
    foundHash = Chance.mix(foundHash + rows);
  }

  /// Returns how many rows reads have found since the start.
  long found() {
    return found;
  }

  /// Returns a hash of the rows that each read has found since the start.
  long foundHash() {
    return foundHash;
  }

  /// Returns what was spent since measuring began.
  Spent spent() {
    var now = readers.work();
    return new Spent(
        deliverNanos,
        readNanos,
        now.deliveries() - before.deliveries(),
        now.fetches() - before.fetches(),
        now.turns() - before.turns());
  }

  /// What one strategy took for the measured part of a schedule.
  ///
  /// @param fetches rows fetched from chains
  /// @param turns edges turned from push to pull or back
  record Spent(long deliverNanos, long readNanos, long deliveries, long fetches, long turns) {

    /// Returns everything.
    long totalNanos() {
      return deliverNanos + readNanos;
    }
  }
}
