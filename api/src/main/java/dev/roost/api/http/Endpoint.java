package dev.roost.api.http;

import akka.http.javadsl.model.HttpMethod;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// One thing that the service can be asked: a method on a path, and who answers.
///
/// @param query names that the query of the address may hold
record Endpoint(HttpMethod method, PathTemplate path, Set<String> query, Handler handler) {

  /// Answers requests; what it throws or fails with becomes a problem.
  @FunctionalInterface
  interface Handler {
    CompletionStage<HttpResponse> handle(Call call);
  }

  Endpoint {
    query = Set.copyOf(query);
  }

  static Endpoint get(String path, Set<String> query, Handler handler) {
    return new Endpoint(HttpMethods.GET, new PathTemplate(path), query, handler);
  }

  static Endpoint post(String path, Handler handler) {
    return new Endpoint(HttpMethods.POST, new PathTemplate(path), Set.of(), handler);
  }

  static Endpoint delete(String path, Set<String> query, Handler handler) {
    return new Endpoint(HttpMethods.DELETE, new PathTemplate(path), query, handler);
  }

  /// Returns whether a request has a body, which must be JSON.
  boolean takesBody() {
    return method.equals(HttpMethods.POST);
  }

  /// Returns whether a request may change something.
  boolean writes() {
    return !method.equals(HttpMethods.GET);
  }
}
