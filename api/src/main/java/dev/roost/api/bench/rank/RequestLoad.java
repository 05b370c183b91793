package dev.roost.api.bench.rank;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.Latencies;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.Quality;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Requests for whole feeds by readers drawn at random: as many as are answered, or as they are
/// due.
final class RequestLoad {

  private static final int IN_FLIGHT = 64;
  private static final long SECOND = 1_000_000_000L;
  private static final long PATIENCE_SECONDS = 60;

  private final LivedWorld world;
  private final int limit;
  private final Chance chance;
  private final AtomicLong asked = new AtomicLong();
  private final LongAdder answered = new LongAdder();
  private final LongAdder candidates = new LongAdder();
  private final LongAdder items = new LongAdder();
  private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();

  /// Returns a load of feeds of `limit` items.
  RequestLoad(LivedWorld world, int limit, long seed) {
    this.world = world;
    this.limit = limit;
    chance = Chance.of(seed, "bench-rank-requests");
  }

  /// Asks for the next feed as soon as one was answered; returns how many a second that were.
  double saturate(Duration time) {
    var over = new CountDownLatch(IN_FLIGHT);
    long before = answered.sum();
    long began = System.nanoTime();
    for (int i = 0; i < IN_FLIGHT; i++) {
      askOn(began + time.toNanos(), over);
    }
    await(over);
    return (answered.sum() - before) * (double) SECOND / (System.nanoTime() - began);
  }

  private void askOn(long until, CountDownLatch over) {
    if (System.nanoTime() - until >= 0) {
      over.countDown();
      return;
    }
    world
        .feed(next(), limit)
        .whenCompleteAsync(
            (page, failure) -> {
              if (isAnswer(page, failure)) {
                askOn(until, over);
              } else {
                over.countDown();
              }
            });
  }

  /// Asks for feeds when they are due, whether or not earlier ones are answered; returns how long
  /// each took from then on.
  Latencies run(double perSecond, Duration time) {
    var latencies = new Latencies();
    int count = (int) (perSecond * time.toNanos() / SECOND);
    var over = new CountDownLatch(count);
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = began + (long) (i * SECOND / perSecond);
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      world
          .feed(next(), limit)
          .whenComplete(
              (page, failure) -> {
                latencies.add(System.nanoTime() - due);
                boolean _ = isAnswer(page, failure);
                over.countDown();
              });
    }
    await(over);
    return latencies;
  }

  private UserId next() {
    var readers = world.readers();
    return readers.get(chance.below(readers.size(), asked.getAndIncrement(), 0, 0));
  }

  /// Counts an answer; returns whether it is one, and was ranked by a model.
  private boolean isAnswer(@Nullable FeedPage page, @Nullable Throwable failure) {
    if (page == null || page.quality() != Quality.FULL) {
      wrong.compareAndSet(
          null, page == null ? "a feed failed: " + failure : "a feed was not ranked by a model");
      return false;
    }
    answered.increment();
    candidates.add(page.candidates());
    items.add(page.items().size());
    return true;
  }

  private void await(CountDownLatch over) {
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new BenchException.WrongWork("a feed was not answered");
      }
      if (wrong.get() != null) {
        throw new BenchException.WrongWork(wrong.get());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while feeds were on their way", e);
    }
  }

  /// Returns the mean number of candidates of an answer.
  double candidates() {
    return candidates.doubleValue() / answered.sum();
  }

  /// Returns the mean number of items of an answer.
  double items() {
    return items.doubleValue() / answered.sum();
  }
}
