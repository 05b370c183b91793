package dev.roost.api.bench.rank;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.Latencies;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Quality;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Times feeds that were made ahead beside the same readers' feeds ranked when they ask, each alone
/// on the node.
final class AheadPart {

  private static final int BATCH = 100;
  private static final int READERS = 2_000;
  private static final long PATIENCE_SECONDS = 60;

  /// What a node needs to make feeds ahead for everybody measured, once it is told to.
  static final Map<String, ?> CONFIG =
      Map.of(
          "roost.feed.precompute.readers",
          READERS,
          "roost.feed.precompute.feeds-per-pulse",
          BATCH,
          "roost.feed.precompute.idle-after",
          "0s",
          "roost.feed.precompute.idle-until",
          "3650d");

  private final LivedWorld world;
  private final int limit;
  private final List<UserId> readers;

  /// @param limit of the items of a feed
  AheadPart(LivedWorld world, int limit) {
    this.world = world;
    this.limit = limit;
    var all = world.readers();
    readers = new ArrayList<>(all.subList(0, Math.min(READERS, all.size())));
  }

  List<BenchRow> rows() {
    readers.removeIf(each -> answer(world.feed(each, limit)).items().isEmpty()); // saw everything
    readAll(); // so that they are the last who read, and the code is warm
    var online = readAll();
    requireAll(Quality.FULL, online);
    long began = System.nanoTime();
    for (int made = 0; made < readers.size(); made += BATCH) {
      answer(world.precompute());
    }
    double making = (System.nanoTime() - began) / 1e3 / readers.size();
    var ahead = readAll();
    requireAll(Quality.PRECOMPUTED, ahead);
    return List.of(
        new BenchRow("feed-online", online.latencies().micros(50), "us"),
        new BenchRow("feed-precomputed", ahead.latencies().micros(50), "us"),
        new BenchRow("feed-online-p99", online.latencies().micros(99), "us"),
        new BenchRow("feed-precomputed-p99", ahead.latencies().micros(99), "us"),
        new BenchRow("feed-precomputing", making, "us"));
  }

  /// How long reads took, and how many were of which quality.
  private record Reads(Latencies latencies, Map<Quality, Integer> qualities) {}

  private Reads readAll() {
    var latencies = new Latencies();
    var qualities = new EnumMap<Quality, Integer>(Quality.class);
    for (var reader : readers) {
      long began = System.nanoTime();
      var page = answer(world.feed(reader, limit));
      latencies.add(System.nanoTime() - began);
      qualities.merge(page.quality(), 1, Integer::sum);
    }
    return new Reads(latencies, qualities);
  }

  private void requireAll(Quality quality, Reads reads) {
    if (!reads.qualities().equals(Map.of(quality, readers.size()))) {
      throw new BenchException.WrongWork(
          "not all of %d feeds are %s: %s".formatted(readers.size(), quality, reads.qualities()));
    }
  }

  private static <T> T answer(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a feed was on its way", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new BenchException.WrongWork("a feed was not answered: " + e);
    }
  }
}
