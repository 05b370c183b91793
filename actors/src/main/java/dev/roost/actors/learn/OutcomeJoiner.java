package dev.roost.actors.learn;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.fault.Impairments;
import dev.roost.model.learn.Example;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Joins features as served with what readers did, until the attribution window closes.
///
/// What closes together comes out in order of time and request, whatever the order of arrival. At
/// most `pending` requests wait; the oldest give way, and how many did is told with each batch.
public final class OutcomeJoiner extends AbstractBehavior<OutcomeJoiner.Command> implements Imaged {

  /// What the joiner accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Tells of a feed that is about to be answered.
  public record Note(ServedFeed feed) implements Command {}

  /// Tells of engagements that a user's entity accepted for the first time.
  public record Outcome(RequestId request, UserId reader, List<Engagement> engagements, Instant at)
      implements Command {
    public Outcome {
      engagements = List.copyOf(engagements);
    }
  }

  /// Closes the requests whose attribution window has passed at `at`.
  public record Close(Instant at, ActorRef<Closed> replyTo) implements Command {}

  /// Answers [Close].
  ///
  /// @param dropped requests given up since the last close because too many waited
  public record Closed(List<Example> examples, int dropped) {
    public Closed {
      examples = List.copyOf(examples);
    }

    /// Returns the examples of items that competed for their places. What is sponsored stands at
    /// places which its value did not earn, under a label that no feature tells of: nothing true of
    /// the others can be learned from it.
    public List<Example> competing() {
      return examples.stream().filter(Example::competed).toList();
    }
  }

  private final JoinSettings settings;
  private final Impairments impairments;
  private final Map<RequestId, PendingFeed> pending = new HashMap<>();
  private final TreeSet<PendingFeed> inOrder = new TreeSet<>(PendingFeed.ORDER); // the same
  private int dropped;

  private OutcomeJoiner(
      ActorContext<Command> context, JoinSettings settings, Impairments impairments) {
    super(context);
    this.settings = settings;
    this.impairments = impairments;
  }

  /// Returns the behavior of a joiner without requests.
  public static Behavior<Command> create(JoinSettings settings) {
    return create(settings, new Impairments());
  }

  /// Returns the behavior of a joiner without requests.
  ///
  /// @param impairments of the rows that it writes
  public static Behavior<Command> create(JoinSettings settings, Impairments impairments) {
    return Behaviors.setup(
        context -> Keeping.state(new OutcomeJoiner(context, settings, impairments)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Note(var feed) -> note(feed);
      case Outcome(var request, var reader, var engagements, var at) -> {
        var feed = pending.get(request);
        if (feed != null && feed.isBy(reader) && !at.isAfter(feed.closesAt())) {
          feed.add(engagements);
        }
      }
      case Close(var at, var replyTo) -> replyTo.tell(close(at));
    }
    return this;
  }

  /// Requests that wait, in order, and how many were given up since the last close.
  private record Kept(List<PendingFeed> pending, int dropped) {}

  @Override
  public Optional<Object> image() {
    return Optional.of(new Kept(new ArrayList<>(inOrder), dropped));
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    pending.clear();
    inOrder.clear();
    kept.pending().forEach(feed -> pending.put(feed.request(), feed));
    inOrder.addAll(kept.pending());
    dropped = kept.dropped();
  }

  private void note(ServedFeed feed) {
    if (pending.size() >= settings.pendingRequests()) {
      pending.remove(inOrder.removeFirst().request());
      dropped++;
    }
    var waiting = new PendingFeed(feed, feed.at().plus(settings.attribution()));
    pending.put(feed.request(), waiting);
    inOrder.add(waiting);
  }

  private Closed close(Instant at) {
    var examples = new ArrayList<Example>();
    while (!inOrder.isEmpty() && !inOrder.first().closesAt().isAfter(at)) {
      var feed = inOrder.removeFirst();
      pending.remove(feed.request());
      feed.examples(settings.unseenPerEngaged(), examples);
    }
    var closed = new Closed(impairments.now().logged(examples), dropped);
    dropped = 0;
    return closed;
  }
}
