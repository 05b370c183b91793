package dev.roost.actors.journal;

import akka.Done;
import akka.NotUsed;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.stream.Materializer;
import akka.stream.RestartSettings;
import akka.stream.javadsl.RestartSource;
import akka.stream.javadsl.Source;
import dev.roost.actors.entity.StoredEvent;
import dev.roost.actors.item.ItemEvent;
import dev.roost.actors.user.UserEvent;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Follows the public facts of the journal from its beginning and hands them to one consumer.
///
/// A batch is handed over when the one before was answered, so that a slow consumer holds the tail
/// back. An interrupted tail goes on after the last batch that was answered: facts may come twice,
/// none is left out. The tail ends with the actor.
public final class JournalTail {

  private static final int SLOWEST_RESTART = 16; // times the first

  private final TaggedEvents journal;
  private final JournalSettings settings;
  private final ActorRef<PublicFact.Delivery> consumer;
  private final Materializer materializer;
  private final Scheduler scheduler;
  // Written by one stage of the stream at a time, read when the next stream starts.
  private volatile Offset answered = Offset.noOffset();
  private volatile boolean caughtUp;

  /// A fact and its place; no fact marks the end of those that existed.
  private record Step(@Nullable PublicFact fact, @Nullable Offset offset) {}

  private JournalTail(
      JournalSettings settings,
      ActorRef<PublicFact.Delivery> consumer,
      ActorContext<Void> context) {
    this.journal = TaggedEvents.of(context.getSystem(), settings);
    this.settings = settings;
    this.consumer = consumer;
    this.materializer = Materializer.createMaterializer(context); // its streams end with the actor
    this.scheduler = context.getSystem().scheduler();
  }

  /// Returns the behavior; it accepts nothing.
  public static Behavior<Void> create(
      JournalSettings settings, ActorRef<PublicFact.Delivery> consumer) {
    return Behaviors.setup(
        context -> {
          new JournalTail(settings, consumer, context).follow();
          return Behaviors.empty();
        });
  }

  private void follow() {
    var restart =
        RestartSettings.create(
            settings.tailRestart(), settings.tailRestart().multipliedBy(SLOWEST_RESTART), 0.1);
    RestartSource.onFailuresWithBackoff(restart, this::deliveries).run(materializer);
  }

  private Source<Done, NotUsed> deliveries() {
    var seen = new AtomicReference<>(answered); // runs ahead of the answers; what lasts starts here
    var lasting = Source.lazySource(() -> steps(journal.lasting(StoredEvent.PUBLIC, seen.get())));
    var all =
        caughtUp
            ? lasting
            : steps(
                    journal
                        .existing(StoredEvent.PUBLIC, answered)
                        .map(envelope -> noted(envelope, seen)))
                .concatLazy(Source.single(new Step(null, null)))
                .concatLazy(lasting);
    return all.batch(settings.tailBatch(), JournalTail::first, JournalTail::more)
        .mapAsync(1, this::deliver)
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  private static Source<Step, NotUsed> steps(Source<EventEnvelope, NotUsed> events) {
    return events.map(envelope -> new Step(fact(envelope), envelope.offset()));
  }

  private static EventEnvelope noted(EventEnvelope envelope, AtomicReference<Offset> seen) {
    seen.set(envelope.offset());
    return envelope;
  }

  private static PublicFact fact(EventEnvelope envelope) {
    var stored = Instant.ofEpochMilli(envelope.timestamp());
    return switch (envelope.event()) {
      case UserEvent.Posted(var post, var number, _) ->
          new PublicFact.Published(post, number, stored);
      case UserEvent.Reposted(var post, var number, _) ->
          new PublicFact.Published(post, number, stored);
      case UserEvent.PostDeleted(var item, var at) ->
          new PublicFact.StatusChanged(item, ItemStatus.DELETED, at);
      case ItemEvent.Moderated(var item, var status, _, _, var at) ->
          new PublicFact.StatusChanged(item, status, at);
      default ->
          throw new IllegalStateException("tagged public, but not known: " + envelope.event());
    };
  }

  private static List<Step> first(Step step) {
    var steps = new ArrayList<Step>();
    steps.add(step);
    return steps;
  }

  private static List<Step> more(List<Step> steps, Step step) {
    steps.add(step);
    return steps;
  }

  private CompletionStage<Done> deliver(List<Step> steps) {
    var facts = new ArrayList<PublicFact>();
    for (var step : steps) {
      if (step.fact() != null) {
        facts.add(step.fact());
      }
    }
    return handOver(facts).thenApply(done -> taken(steps, done));
  }

  private CompletionStage<Done> handOver(List<PublicFact> facts) {
    return facts.isEmpty()
        ? CompletableFuture.completedFuture(Done.getInstance())
        : AskPattern.ask(
            consumer,
            replyTo -> new PublicFact.Batch(facts, replyTo),
            settings.tailTimeout(),
            scheduler);
  }

  private Done taken(List<Step> steps, Done done) {
    for (var step : steps) {
      if (step.offset() != null) {
        answered = step.offset();
      } else {
        caughtUp = true;
        consumer.tell(new PublicFact.CaughtUp());
      }
    }
    return done;
  }
}
