package dev.roost.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks a service that runs elsewhere, and turns what goes wrong into a [CommandFailure].
final class RunningService {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int FIRST_ERROR = 400;

  private final String base;

  /// @param url where the service listens, such as `http://127.0.0.1:8080`
  RunningService(String url) {
    base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /// Returns the document at a path.
  JsonNode get(String path) throws InterruptedException {
    return ask(request(path).GET().build());
  }

  /// Sends `{}` to a path; returns the answer.
  JsonNode post(String path) throws InterruptedException {
    return ask(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    try {
      return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "no address of a service: " + base + "; such as http://127.0.0.1:8080",
          e);
    }
  }

  private JsonNode ask(HttpRequest request) throws InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      return read(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE,
          "nothing answers at " + base + "; start it with './roost serve', or name it with --url.",
          e);
    }
  }

  private JsonNode read(HttpResponse<String> answer) {
    JsonNode document;
    try {
      document = new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE, "what answers at " + base + " is no Roost service.", e);
    }
    if (answer.statusCode() >= FIRST_ERROR) {
      throw new CommandFailure(
          ExitCode.FAILURE, document.path("detail").asText("status " + answer.statusCode()));
    }
    return document;
  }
}
