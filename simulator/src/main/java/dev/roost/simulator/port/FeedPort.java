package dev.roost.simulator.port;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// A recommender as the world sees it: the actors in this JVM, or a service over HTTP.
///
/// Every method may be called from any thread. A stage completes when everything that the call
/// caused is acknowledged, and fails if the recommender refused or lost it. What is called between
/// two barriers commutes: all of it sees the state as of the last barrier, except that a reader
/// sees their own relations at once.
public interface FeedPort extends AutoCloseable {

  /// Opens an account.
  CompletionStage<Void> register(UserId user, Profile profile, Instant at);

  /// Changes how `user` stands to `other`.
  CompletionStage<Void> relate(UserId user, RelationChange change, UserId other, Instant at);

  /// Publishes a post or repost of its author; others see it after the next barrier.
  CompletionStage<Void> publish(Post post);

  /// Deletes a post of its author.
  CompletionStage<Void> delete(UserId author, ItemId item, Instant at);

  /// Answers a feed.
  CompletionStage<FeedPage> feed(FeedQuery query);

  /// Reports what a reader did with the items of one answered feed, impressions included.
  ///
  /// The items are published, not necessarily before the last barrier, and may be retired.
  ///
  /// @param request the feed in which the items were met; the value 0 if they were met elsewhere,
  ///     as in a recorded log: such engagements are stored and counted, but are no feed's outcome
  CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at);

  /// Ends a phase at the instant `at`: delivers what was published, adds up what was engaged with,
  /// retires items older than the horizon, closes due labels, feeds monitors, trains and installs
  /// models that are due. Everything called before must have completed.
  CompletionStage<TickSummary> barrier(Instant at);

  /// Has exactly these faults at work in the recommender's pipeline from now on; an empty list
  /// heals all. A fault that was at work before goes on, perhaps with another share.
  ///
  /// Called between two phases, when nothing else is under way. Fails if the recommender cannot be
  /// broken, as none that serves people can.
  CompletionStage<Void> impair(List<PipelineFault> faults);

  /// Returns which monitors watch.
  Monitors monitors();

  /// The monitors of a recommender.
  ///
  /// @param names of all that may raise alarms, whether they ever do or not
  /// @param warmUp time from the start in which they only learn what is normal
  record Monitors(Set<String> names, Duration warmUp) {
    public Monitors {
      names = Set.copyOf(names);
      if (warmUp.isNegative()) {
        throw new IllegalArgumentException("warmUp must be at least 0: " + warmUp);
      }
    }
  }

  /// Writes an image of all that the recommender knows, from which [PortFactory#resume] opens it
  /// again; between two phases only. Completes when it is written.
  ///
  /// @throws UnsupportedOperationException if there are no images of this recommender; the message
  ///     says why
  default CompletionStage<Void> save(OutputStream to) {
    throw new UnsupportedOperationException("there are no images of this recommender");
  }

  /// Releases what the port holds.
  @Override
  void close();
}
