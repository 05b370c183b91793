package dev.roost.api.bench;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.NodeConfig;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// An actor system for one contestant: that of a node, without remoting and the cluster, on two
/// dispatch threads.
///
/// @param parts what was started in it
public record BenchSystem<T>(ActorSystem<Void> system, T parts) implements AutoCloseable {

  /// Rows of an inbox in all benches.
  public static final int INBOX_ROWS = 512;

  private static final int THREADS = 2;

  /// Returns the configuration of a node, but for what `overrides` says.
  public static Config config(Map<String, ?> overrides) {
    return NodeConfig.over(
        ConfigFactory.parseMap(overrides)
            .withFallback(
                ConfigFactory.parseMap(
                    Map.of(
                        "akka.actor.provider",
                        "local",
                        "akka.actor.default-dispatcher.fork-join-executor.parallelism-min",
                        THREADS,
                        "akka.actor.default-dispatcher.fork-join-executor.parallelism-max",
                        THREADS))));
  }

  /// Starts a system, and in its guardian what `start` starts.
  ///
  /// @throws BenchException.Unusable if that fails; nothing is left running then
  public static <T> BenchSystem<T> start(
      String name, Config config, Function<ActorContext<Void>, T> start) {
    var parts = new CompletableFuture<T>();
    var system = ActorSystem.create(guardian(start, parts), name, config);
    try {
      return new BenchSystem<>(system, parts.join());
    } catch (CompletionException e) {
      throw new BenchException.Unusable(
          "%s does not start: %s. Set right or leave out what ROOST_JVM_OPTS says of the configuration."
              .formatted(name, parts.exceptionNow().getMessage()),
          e);
    }
  }

  private static <T> Behavior<Void> guardian(
      Function<ActorContext<Void>, T> start, CompletableFuture<T> parts) {
    return Behaviors.<Void>setup(
        context -> {
          try {
            parts.complete(start.apply(context));
            return Behaviors.empty();
          } catch (RuntimeException e) {
            parts.completeExceptionally(e);
            return Behaviors.stopped();
          }
        });
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
