package dev.roost.actors.image;

import akka.Done;
import akka.actor.typed.Behavior;
import akka.actor.typed.BehaviorInterceptor;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has an actor answer requests for its image beside its own commands.
///
/// @param <C> its commands
public final class Keeping<C> extends BehaviorInterceptor<Object, C> {

  /// What an actor gives that keeps nothing, or whose state others hold.
  private static final Imaged NOTHING =
      new Imaged() {
        @Override
        public Optional<Object> image() {
          return Optional.of("");
        }

        @Override
        public void restore(Object image) {}
      };

  private final Imaged imaged;
  private final List<ImageRequest.Take> waiting = new ArrayList<>();

  private Keeping(Imaged imaged) {
    super(Object.class);
    this.imaged = imaged;
  }

  /// Returns the behavior of an actor whose state can be taken out.
  public static <C, A extends Behavior<C> & Imaged> Behavior<C> state(A actor) {
    return around(actor, actor);
  }

  /// Returns the behavior of an actor that can start anew without anybody noticing.
  public static <C> Behavior<C> nothing(Behavior<C> actor) {
    return around(actor, NOTHING);
  }

  @SuppressWarnings("unchecked") // whoever sends requests for images knows that they are accepted
  private static <C> Behavior<C> around(Behavior<C> actor, Imaged imaged) {
    return (Behavior<C>) (Behavior<?>) Behaviors.intercept(() -> new Keeping<C>(imaged), actor);
  }

  @Override
  @SuppressWarnings("unchecked") // all else that comes is a command
  public Behavior<C> aroundReceive(
      TypedActorContext<Object> context, Object message, ReceiveTarget<C> target) {
    switch (message) {
      case ImageRequest.Take take -> {
        waiting.add(take);
        answer();
        return Behaviors.same();
      }
      case ImageRequest.Restore(var image, var replyTo) -> {
        imaged.restore(image);
        replyTo.tell(Done.getInstance());
        return Behaviors.same();
      }
      default -> {
        var next = target.apply(context, (C) message);
        answer();
        return next;
      }
    }
  }

  private void answer() {
    if (!waiting.isEmpty()) {
      imaged
          .image()
          .ifPresent(
              image -> {
                waiting.forEach(take -> take.replyTo().tell(new ImageRequest.Taken(image)));
                waiting.clear();
              });
    }
  }
}
