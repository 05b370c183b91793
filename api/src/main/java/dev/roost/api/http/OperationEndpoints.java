package dev.roost.api.http;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Health, metrics, and the description of the interface.
final class OperationEndpoints {

  private static final ContentType METRICS =
      ContentTypes.parse("text/plain; version=0.0.4; charset=utf-8");
  private static final ContentType YAML = ContentTypes.parse("application/yaml");

  private final Readiness readiness;
  private final HttpMetrics metrics;
  private final String description = description();

  OperationEndpoints(Readiness readiness, HttpMetrics metrics) {
    this.readiness = readiness;
    this.metrics = metrics;
  }

  List<Endpoint> table() {
    return List.of(
        get("/v1/health/live", () -> Answers.ok(new Outgoing.Health("live"))),
        get("/v1/health/ready", this::ready),
        get("/metrics", () -> Answers.text(METRICS, metrics.scrape())),
        get("/openapi.yaml", () -> Answers.text(YAML, description)));
  }

  private static Endpoint get(String path, Supplier<HttpResponse> answer) {
    return Endpoint.get(path, Set.of(), _ -> CompletableFuture.completedFuture(answer.get()));
  }

  private HttpResponse ready() {
    readiness.require();
    return Answers.ok(new Outgoing.Health("ready"));
  }

  private static String description() {
    try (var resource = OperationEndpoints.class.getResourceAsStream("openapi.yaml")) {
      if (resource == null) {
        throw new IllegalStateException("openapi.yaml is missing from the class path");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
