package dev.roost.actors.entity;

import akka.Done;
import akka.actor.typed.Behavior;
import akka.actor.typed.ExtensibleBehavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.Signal;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.roost.actors.image.ImageRequest;

/// Runs an entity in memory alone.
///
/// Signals are answered by [Behaviors#unhandled()], without which sharding's stop is swallowed and
/// hand-off hangs. Whatever a decision throws ends the actor system: in a run that can be repeated
/// nothing may be lost in silence.
@SuppressWarnings("unchecked") // an image is of the same kind of entity
final class VolatileEntity<C, E extends StoredEvent, S, F> extends ExtensibleBehavior<C> {

  private final String type;
  private final String id;
  private final Decider<C, E, S, F> decider;
  private final Links<C, F> links;
  private S state;

  VolatileEntity(String type, String id, Decider<C, E, S, F> decider, Links<C, F> links) {
    this.type = type;
    this.id = id;
    this.decider = decider;
    this.links = links;
    this.state = decider.empty();
  }

  @Override
  public Behavior<C> receive(TypedActorContext<C> context, C command) {
    if ((Object) command instanceof ImageRequest request) {
      keep(request);
      return Behaviors.same();
    }
    try {
      links
          .refusal(command)
          .ifPresentOrElse(links::perform, () -> run(decider.decide(state, command)));
    } catch (RuntimeException e) {
      var system = context.asJava().getSystem();
      system.log().error("{} {} failed on {}; the run ends", type, id, command, e);
      system.terminate();
    }
    return Behaviors.same();
  }

  private void keep(ImageRequest request) {
    switch (request) {
      case ImageRequest.Take(var replyTo) -> replyTo.tell(new ImageRequest.Taken(state));
      case ImageRequest.Restore(var image, var replyTo) -> {
        state = (S) image;
        replyTo.tell(Done.getInstance());
      }
    }
  }

  private void run(Decision<E, S, F> decision) {
    S next = decision.replacement().orElse(state);
    for (var event : decision.events()) {
      next = decider.after(next, event);
    }
    state = next;
    decision.effects().forEach(links::perform);
  }

  @Override
  public Behavior<C> receiveSignal(TypedActorContext<C> context, Signal signal) {
    if (signal instanceof PostStop) {
      links.forget();
    }
    return Behaviors.unhandled();
  }
}
