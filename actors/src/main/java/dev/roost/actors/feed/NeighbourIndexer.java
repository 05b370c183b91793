package dev.roost.actors.feed;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.roost.model.retrieve.NeighbourIndex;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Brings a node's [NeighbourIndex] up to the item table at each barrier, one building at a time.
public final class NeighbourIndexer {

  /// What the indexer accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Asks to bring the index up to date; answered once that is under way, or as before.
  public record Advance(ActorRef<Done> replyTo) implements Command {}

  private record Built() implements Command {}

  private record Failed(Throwable cause) implements Command {}

  private NeighbourIndexer() {}

  /// Returns the behavior of the writer of an index.
  ///
  /// @param builder where it is built; where that is the calling thread, an answer means that it is
  ///     up to date
  public static Behavior<Command> create(NeighbourIndex index, Executor builder) {
    return Behaviors.setup(context -> idle(context, index, builder));
  }

  private static Behavior<Command> idle(
      ActorContext<Command> context, NeighbourIndex index, Executor builder) {
    return Behaviors.receive(Command.class)
        .onMessage(
            Advance.class,
            advance -> {
              context.pipeToSelf(
                  CompletableFuture.runAsync(index::advance, builder),
                  (_, failure) -> failure == null ? new Built() : new Failed(failure));
              advance.replyTo().tell(Done.getInstance());
              return building(context, index, builder);
            })
        .build();
  }

  private static Behavior<Command> building(
      ActorContext<Command> context, NeighbourIndex index, Executor builder) {
    return Behaviors.receive(Command.class)
        .onMessage(
            Advance.class,
            advance -> {
              advance.replyTo().tell(Done.getInstance());
              return Behaviors.same();
            })
        .onMessage(Built.class, _ -> idle(context, index, builder))
        .onMessage(
            Failed.class,
            failed -> {
              throw new IllegalStateException("an index was not built", failed.cause());
            })
        .build();
  }
}
