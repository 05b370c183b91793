package dev.roost.actors.feed;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.roost.actors.CborSerializable;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.RequestId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Stretch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Builds one feed and stops.
///
/// | state   | ranked in time       | deadline passed                         |
/// |---------|----------------------|-----------------------------------------|
/// | ranking | logs, answers, stops | answers the best that is at hand, stops |
///
/// Past the deadline a worker that has yet to begin leaves the request out; one that has begun
/// finishes, and nobody hears of it.
///
/// A part of a timeline is answered at once, newest first: no model ranks it, so nothing of it is
/// logged for one to learn from.
///
/// The best at hand is the reader's last full answer, else the in-network rows newest first, both
/// through the safety filter; with neither, [Unavailable].
public final class FeedRequest {

  /// How a request for a feed ends.
  public sealed interface Reply extends CborSerializable {}

  /// The feed, of the quality that it names.
  public record Served(FeedPage page) implements Reply {}

  /// The reader has no account.
  public record UnknownReader() implements Reply {}

  /// No feed can be built now; the caller may try again later.
  public record Unavailable(String why) implements Reply {}

  private sealed interface Event extends NoSerializationVerificationNeeded {}

  private record Done(RankedFeed feed) implements Event {}

  private record Late() implements Event {}

  private static final Chance REQUESTS = Chance.of(0, "request");
  private static final Chance TIMELINES = Chance.of(0, "timeline request");

  private final FeedDesk.Assemble job;
  private final Optional<FeedPage> last;
  private final FeedDesk.Links links;
  private final ActorRef<FeedDesk.Command> desk;
  private final RequestId id;
  private final Interest interest = new Interest(); // of this request in being ranked

  private FeedRequest(
      FeedDesk.Assemble job,
      Optional<FeedPage> last,
      FeedDesk.Links links,
      ActorRef<FeedDesk.Command> desk) {
    this.job = job;
    this.last = last;
    this.links = links;
    this.desk = desk;
    id = idOf(job.query());
  }

  static Behavior<?> create(
      FeedDesk.Assemble job,
      Optional<FeedPage> last,
      FeedDesk.Links links,
      FeedSettings settings,
      ActorRef<FeedDesk.Command> desk) {
    var request = new FeedRequest(job, last, links, desk);
    return job.query().scope() == FeedQuery.Scope.FOLLOWING
        ? Behaviors.<Event>setup(_ -> request.answerTimeline())
        : Behaviors.<Event>withTimers(timers -> request.start(timers, settings));
  }

  private Behavior<Event> answerTimeline() {
    job.replyTo().tell(new Served(UnrankedFeed.timeline(id, job, links.table())));
    return Behaviors.stopped();
  }

  private Behavior<Event> start(TimerScheduler<Event> timers, FeedSettings settings) {
    return Behaviors.setup(
        context -> {
          if (settings.deadline().isPositive()) {
            timers.startSingleTimer(new Late(), settings.deadline());
          }
          var ranked =
              context.messageAdapter(RankingWorker.Ranked.class, answer -> new Done(answer.feed()));
          links
              .ranking()
              .tell(
                  new RankingPool.Rank(
                      new RankingWorker.Rank(
                          id, job.reader(), job.query(), job.inNetwork(), interest, ranked)));
          return Behaviors.receive(Event.class).onMessage(Event.class, this::onEvent).build();
        });
  }

  private Behavior<Event> onEvent(Event event) {
    switch (event) {
      case Done(var feed) -> {
        links.outcomes().tell(new OutcomeJoiner.Note(feed.log()));
        if (feed.page().quality() == Quality.FULL && job.query().scope() == FeedQuery.Scope.FEED) {
          desk.tell(new FeedDesk.Remember(job.reader().reader(), feed.page()));
        }
        desk.tell(new FeedDesk.Answered());
        job.replyTo().tell(new Served(feed.page()));
      }
      case Late() -> {
        interest.end();
        desk.tell(new FeedDesk.Answered());
        job.replyTo().tell(Fallback.answer(id, job, last, links.table()));
      }
    }
    return Behaviors.stopped();
  }

  /// Returns the identifier of a query's request: the same query has the same one.
  static RequestId idOf(FeedQuery query) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, query.at());
    long reader = query.reader().value();
    return new RequestId(
        query.scope() == FeedQuery.Scope.FOLLOWING
            ? TIMELINES.bits(reader, micros, bitsOf(query.stretch()))
            : REQUESTS.bits(reader, micros, query.occasion().depth()));
  }

  private static long bitsOf(Stretch stretch) {
    return Chance.mix(bitsOf(stretch.before())) + bitsOf(stretch.after());
  }

  private static long bitsOf(@Nullable Place place) {
    return place == null ? 0 : Chance.mix(place.atMillis()) + place.item();
  }
}
