package dev.roost.api.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpMethod;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.Allow;
import akka.http.javadsl.model.headers.TimeoutAccess;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the endpoint of each request, and turns whatever goes wrong into a problem.
final class Router {

  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final String NO_ENDPOINT = "none";

  private final List<Endpoint> endpoints;
  private final BodyReader bodies;
  private final HttpMetrics metrics;
  private final InstantSource clock;

  Router(
      ActorSystem<?> system,
      List<Endpoint> endpoints,
      HttpSettings settings,
      HttpMetrics metrics,
      InstantSource clock) {
    this.endpoints = List.copyOf(endpoints);
    this.bodies = new BodyReader(system, settings);
    this.metrics = metrics;
    this.clock = clock;
  }

  private record Found(Endpoint endpoint, Map<String, String> variables) {}

  /// Answers one request; the stage never fails.
  CompletionStage<HttpResponse> handle(HttpRequest request) {
    var began = metrics.begin();
    try {
      var found = find(request);
      var label = found.endpoint().path().text();
      var counted = new AtomicBoolean();
      onTimeout(
          request,
          () -> count(timeout(found.endpoint()).response(), request, label, began, counted));
      return answer(request, found)
          .handle((response, failure) -> orProblem(response, failure, found.endpoint()))
          .thenApply(response -> count(response, request, label, began, counted));
    } catch (Refusal e) {
      bodies.discard(request);
      var response = e.problem().response();
      count(response, request, NO_ENDPOINT, began, new AtomicBoolean());
      return CompletableFuture.completedFuture(response);
    }
  }

  private Found find(HttpRequest request) {
    var path = request.getUri().getPathString();
    var matching =
        endpoints.stream()
            .flatMap(each -> each.path().match(path).map(parts -> new Found(each, parts)).stream())
            .toList();
    if (matching.isEmpty()) {
      throw Refusal.of(
          ProblemCode.UNKNOWN_PATH, "there is nothing at this path; /openapi.yaml lists what is");
    }
    return matching.stream()
        .filter(each -> each.endpoint().method().equals(request.method()))
        .findFirst()
        .orElseThrow(() -> methodNotAllowed(matching));
  }

  private static Refusal methodNotAllowed(List<Found> matching) {
    var methods = matching.stream().map(each -> each.endpoint().method()).toList();
    var names = String.join(", ", methods.stream().map(HttpMethod::value).toList());
    return new Refusal(
        Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "this path knows " + names)
            .with(Allow.create(methods.toArray(HttpMethod[]::new))));
  }

  private CompletionStage<HttpResponse> answer(HttpRequest request, Found found) {
    try {
      var query = Queries.read(request.getUri(), found.endpoint().query());
      var at = clock.instant();
      return bodies
          .read(request, found.endpoint())
          .thenCompose(
              body ->
                  found
                      .endpoint()
                      .handler()
                      .handle(new Call(request, found.variables(), query, body, at)));
    } catch (Refusal e) {
      bodies.discard(request);
      return CompletableFuture.failedFuture(e);
    }
  }

  private static HttpResponse orProblem(
      HttpResponse response, Throwable failure, Endpoint endpoint) {
    if (failure == null) {
      return response;
    }
    var cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case Refusal e -> e.problem().response();
      case TimeoutException _ -> timeout(endpoint).response();
      default -> {
        LOG.error("{} {} failed", endpoint.method().value(), endpoint.path().text(), cause);
        yield Problem.of(ProblemCode.INTERNAL, "the service log tells more")
            .with(outcome(endpoint))
            .response();
      }
    };
  }

  private static Problem timeout(Endpoint endpoint) {
    return Problem.of(
            ProblemCode.TIMEOUT,
            endpoint.writes()
                ? "it may or may not have taken effect; retry with the same Idempotency-Key"
                : "nothing was changed; try again")
        .with(outcome(endpoint));
  }

  private static Problem.Outcome outcome(Endpoint endpoint) {
    return endpoint.writes() ? Problem.Outcome.UNKNOWN : Problem.Outcome.REJECTED;
  }

  private HttpResponse count(
      HttpResponse response,
      HttpRequest request,
      String route,
      HttpMetrics.Began began,
      AtomicBoolean counted) {
    if (counted.compareAndSet(false, true)) { // a late answer comes after its time-out was counted
      metrics.end(began, request.method().value(), route, response.status().intValue());
    }
    return response;
  }

  private static void onTimeout(
      HttpRequest request, java.util.function.Supplier<HttpResponse> answer) {
    request
        .getHeader(TimeoutAccess.class)
        .ifPresent(access -> access.timeoutAccess().updateHandler(_ -> answer.get()));
  }

  /// Asks the client to open another connection, for the rest of this body is not read.
  static HttpHeader close() {
    return HttpHeader.parse("Connection", "close");
  }
}
