package dev.roost.actors;

import static java.util.concurrent.TimeUnit.SECONDS;

import akka.actor.ActorNotFound;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/// The moment at which a sharded entity stops, as passivation has it.
public final class EntityEnd {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private EntityEnd() {}

  /// Waits until an entity that has answered before is not there any more.
  public static void await(ActorSystem<?> system, EntityTypeKey<?> type, long id) {
    try {
      var entity =
          Adapter.toClassic(system)
              .actorSelection("/system/sharding/" + type.name() + "/*/" + id)
              .resolveOne(PATIENCE)
              .toCompletableFuture()
              .orTimeout(PATIENCE.toSeconds(), SECONDS)
              .join();
      TestProbe.create(system).expectTerminated(Adapter.toTyped(entity), PATIENCE);
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof ActorNotFound)) {
        throw e;
      }
    }
  }
}
