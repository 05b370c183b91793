package dev.roost.api.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.settings.ServerSettings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.node.FeedService;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Serves a node over HTTP.
public final class HttpServer {

  private HttpServer() {}

  /// Starts to listen; the stage completes once connections are accepted.
  ///
  /// When the actor system is shut down in order, no new connection is accepted and requests under
  /// way are answered first.
  ///
  /// @throws UnsafeConfigurationException if others than this machine could connect and
  ///     `allow-public` is not set
  public static CompletionStage<ServerBinding> start(
      ActorSystem<?> system, FeedService service, HttpSettings settings) {
    return start(system, service, settings, InstantSource.system());
  }

  /// Starts to listen, with time from `clock`.
  static CompletionStage<ServerBinding> start(
      ActorSystem<?> system, FeedService service, HttpSettings settings, InstantSource clock) {
    settings.requireSafe();
    var metrics = new HttpMetrics(() -> service.notReady().isEmpty(), service.freshness());
    var endpoints = Endpoints.of(service, settings, metrics, new SecureRandom());
    var router = new Router(system, endpoints, settings, metrics, clock);
    var bound =
        Http.get(system)
            .newServerAt(settings.host(), settings.port())
            .withSettings(akka(system.settings().config(), settings))
            .bind(router::handle)
            .thenApply(
                binding -> binding.addToCoordinatedShutdown(settings.drainTimeout(), system));
    bound.whenComplete(
        (binding, failure) -> {
          if (failure != null) {
            metrics.close();
          } else {
            binding.whenTerminated().whenComplete((_, _) -> metrics.close());
          }
        });
    return bound;
  }

  private static ServerSettings akka(Config system, HttpSettings settings) {
    var limits =
        ConfigFactory.parseMap(
            Map.of(
                "request-timeout",
                settings.requestTimeout().toMillis() + "ms",
                "idle-timeout",
                settings.idleTimeout().toMillis() + "ms",
                "linger-timeout",
                settings.idleTimeout().toMillis() + "ms",
                "max-connections",
                settings.maxConnections(),
                "parsing.max-content-length",
                settings.maxBodyBytes(),
                "parsing.error-handler",
                ParsingProblems.class.getName()),
            "roost.http");
    return ServerSettings.create(
        limits
            .atPath("akka.http.server")
            .withFallback(ConfigFactory.parseResources(HttpServer.class, "akka-http.conf"))
            .withFallback(system));
  }
}
