package dev.roost.api.bench;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.NodeConfig;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// An actor system for one contestant: that of a node, without remoting and the cluster, on two
/// dispatch threads.
///
/// @param parts what was started in it
public record BenchSystem<T>(ActorSystem<Void> system, T parts) implements AutoCloseable {

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
  public static <T> BenchSystem<T> start(
      String name, Config config, Function<ActorContext<Void>, T> start) {
    var parts = new CompletableFuture<T>();
    var system =
        ActorSystem.create(
            Behaviors.<Void>setup(
                context -> {
                  parts.complete(start.apply(context));
                  return Behaviors.empty();
                }),
            name,
            config);
    return new BenchSystem<>(system, parts.join());
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
