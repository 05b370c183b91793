package dev.roost.actors.entity;

import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.SignalHandler;
import java.time.Duration;
import java.util.Set;

/// Runs an entity whose events are stored before its effects are told.
///
/// A failed write restarts the entity with backoff, since nobody knows whether the event was
/// stored. Whenever it comes back, the same events make the same state of the same age, so what the
/// neighbours hold of it stays true; of an age that they do not know they are told with the next
/// effect. An entity whose journal has a hole never serves: who asks it gets no answer, until it is
/// passivated and finds its journal whole.
final class JournaledEntity<C, E extends StoredEvent, S, F>
    extends EventSourcedBehavior<C, E, JournaledEntity.Held<S>> {

  private final Decider<C, E, S, F> decider;
  private final Links<C, F> links;
  private final ActorContext<C> context;

  /// The state in memory, and how many events led to it. Each event makes a new one, since a
  /// restart begins again at the first; only a view is put into the one at hand.
  static final class Held<S> {
    private S state;
    private final long applied;
    private boolean closed;

    private Held(S state, long applied) {
      this.state = state;
      this.applied = applied;
    }
  }

  JournaledEntity(
      PersistenceId id, Decider<C, E, S, F> decider, Links<C, F> links, ActorContext<C> context) {
    super(
        id,
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.1));
    this.decider = decider;
    this.links = links;
    this.context = context;
  }

  @Override
  public Held<S> emptyState() {
    return new Held<>(decider.empty(), 0);
  }

  @Override
  public CommandHandler<C, E, Held<S>> commandHandler() {
    return (held, command) -> {
      if (held.closed) {
        return Effect().none();
      }
      var refusal = links.refusal(command);
      if (refusal.isPresent()) {
        links.perform(refusal.get());
        return Effect().none();
      }
      return run(held, decider.decide(held.state, command));
    };
  }

  private Effect<E, Held<S>> run(Held<S> held, Decision<E, S, F> decision) {
    held.state = decision.replacement().orElse(held.state);
    if (decision.events().isEmpty()) {
      decision.effects().forEach(links::perform);
      return Effect().none();
    }
    return Effect()
        .persist(decision.events())
        .thenRun(() -> decision.effects().forEach(links::perform));
  }

  @Override
  public EventHandler<Held<S>, E> eventHandler() {
    return (held, event) -> new Held<>(decider.after(held.state, event), held.applied + 1);
  }

  @Override
  public SignalHandler<Held<S>> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::recovered)
        .build();
  }

  private void recovered(Held<S> held) {
    long stored = lastSequenceNumber(context);
    held.closed = held.applied != stored;
    if (held.closed) {
      context
          .getLog()
          .error(
              "{} has {} of {} events in the journal and is not served; restore the journal",
              persistenceId().id(),
              held.applied,
              stored);
    }
  }

  @Override
  public Set<String> tagsFor(E event) {
    return event.tags();
  }
}
