package dev.roost.actors.feed;

import akka.Done;
import akka.actor.typed.ActorRef;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.RequestId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.reader.ReaderView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A batch of feeds that a desk has made ahead, one after the other, until a reader waits.
///
/// | state   | `begin`                    | `found`       | `made`            | `giveWay` |
/// |---------|----------------------------|---------------|-------------------|-----------|
/// | resting | looks for the first        | –             | keeps it          | –         |
/// | working | gives up; looks for the    | has it ranked | keeps it; looks   | gives up  |
/// |         | first of the new batch     |               | for the next      |           |
///
/// What was given up is not ranked any more unless a worker has begun with it.
final class Precomputation {

  private static final Chance REQUESTS = Chance.of(0, "request ahead");

  /// A feed on its way: looked for, and then ranked.
  private record Task(ReaderView reader, FeedQuery query, RequestId request, Interest interest) {}

  private final Consumer<FeedQuery> lookFor;
  private final Queue<FeedQuery> left = new ArrayDeque<>();
  private @Nullable FeedQuery sought; // and not yet found
  private @Nullable Task ranked; // the last one that was handed to a worker
  private @Nullable ActorRef<Done> replyTo; // while working

  /// Returns one that rests.
  ///
  /// @param lookFor has a reader's entity and partition find what the feed is made from
  Precomputation(Consumer<FeedQuery> lookFor) {
    this.lookFor = lookFor;
  }

  /// Begins a batch; `whenOver` is told once, however it ends.
  void begin(List<FeedQuery> batch, ActorRef<Done> whenOver) {
    giveWay();
    replyTo = whenOver;
    left.addAll(batch);
    next();
  }

  /// Gives up what is not ranked yet, for a reader who waits.
  void giveWay() {
    if (replyTo != null) {
      if (ranked != null) {
        ranked.interest().end();
      }
      left.clear();
      sought = null;
      replyTo.tell(Done.getInstance());
      replyTo = null;
    }
  }

  /// Returns what a worker is to rank, if the batch still waits for it.
  ///
  /// @param worker told of the feed
  Optional<RankingWorker.Rank> found(FeedDesk.Ahead found, ActorRef<RankingWorker.Ranked> worker) {
    var query = found.query();
    if (!query.equals(sought)) {
      return Optional.empty();
    }
    sought = null;
    ranked = new Task(found.reader(), query, idOf(query), new Interest());
    return Optional.of(
        new RankingWorker.Rank(
            ranked.request(), found.reader(), query, found.inNetwork(), ranked.interest(), worker));
  }

  private static RequestId idOf(FeedQuery query) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, query.at());
    return new RequestId(REQUESTS.bits(query.reader().value(), micros, 0));
  }

  /// Has a feed kept, unless it is an earlier one than the last; goes on with the batch.
  void made(RankedFeed feed, FeedsAhead ahead, Consumer<RankedFeed> kept) {
    var task = ranked;
    if (task == null || !task.request().equals(feed.page().request())) {
      return;
    }
    ranked = null;
    if (ahead.keep(task.reader(), task.query(), feed)) {
      kept.accept(feed);
    }
    if (replyTo != null) {
      next();
    }
  }

  private void next() {
    sought = left.poll();
    if (sought == null) {
      giveWay();
    } else {
      lookFor.accept(sought);
    }
  }
}
