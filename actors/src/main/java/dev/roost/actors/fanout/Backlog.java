package dev.roost.actors.fanout;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.BehaviorInterceptor;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.concurrent.atomic.AtomicInteger;

/// How many messages of one kind were handed to an actor of this node and are not yet taken in by
/// it; whoever would hand over more than the bound refuses instead.
///
/// Safe for any thread. Those who look at the same moment may all find room: the bound can be
/// exceeded by as many as are about to hand over.
public final class Backlog {

  private final int bound;
  private final AtomicInteger waiting = new AtomicInteger();

  private Backlog(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a backlog must be allowed at least 1: " + bound);
    }
    this.bound = bound;
  }

  /// Returns an empty backlog that is full at `bound`, at least 1.
  public static Backlog of(int bound) {
    return new Backlog(bound);
  }

  /// Returns a backlog that is never full, for runs in virtual time, where nothing may be refused.
  public static Backlog unbounded() {
    return new Backlog(Integer.MAX_VALUE);
  }

  /// Returns whether nothing more should be handed over now.
  public boolean isFull() {
    return waiting.get() >= bound;
  }

  /// Returns how many messages wait.
  public int waiting() {
    return waiting.get();
  }

  /// Hands a message over, full or not.
  public <C> void handOver(ActorRef<C> actor, C message) {
    waiting.incrementAndGet();
    actor.tell(message);
  }

  /// Returns the actor's behavior, counting down as it takes in messages of the type `counted`.
  ///
  /// @param accepted all that the actor accepts
  public <C> Behavior<C> counting(
      Class<C> accepted, Class<? extends C> counted, Behavior<C> behavior) {
    return Behaviors.intercept(() -> new Intake<>(accepted, counted), behavior);
  }

  private final class Intake<C> extends BehaviorInterceptor<C, C> {

    private final Class<? extends C> counted;

    Intake(Class<C> accepted, Class<? extends C> counted) {
      super(accepted);
      this.counted = counted;
    }

    @Override
    public Behavior<C> aroundReceive(
        TypedActorContext<C> context, C message, ReceiveTarget<C> target) {
      if (counted.isInstance(message)) {
        waiting.decrementAndGet();
      }
      return target.apply(context, message);
    }
  }
}
