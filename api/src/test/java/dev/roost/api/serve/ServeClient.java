package dev.roost.api.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Talks to a serving process.
final class ServeClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  ServeClient(URI address) {
    this.address = address;
  }

  /// An answer.
  record Answer(int status, JsonNode json) {

    boolean isOk() {
      return status >= 200 && status < 300;
    }

    /// Returns whether the request may have taken effect though it failed.
    boolean isUnknown() {
      return json.path("outcome").asText().equals("unknown");
    }
  }

  Answer send(Ledger.Write write) throws IOException {
    return send(write.method(), write.path(), write.body(), write.key());
  }

  Answer get(String path) throws IOException {
    return send("GET", path, null, null);
  }

  /// Sends a request.
  ///
  /// @throws IOException if no answer came
  private Answer send(String method, String path, @Nullable String body, @Nullable String key)
      throws IOException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.setHeader("Content-Type", "application/json");
    }
    if (key != null) {
      request.setHeader("Idempotency-Key", key);
    }
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
