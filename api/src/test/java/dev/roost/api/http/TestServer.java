package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.http.javadsl.ServerBinding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.node.FeedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A server on a free port over a node in memory, and a client that holds each answer against the
/// description of the interface.
final class TestServer implements AutoCloseable {

  /// An answer, its body read as JSON where it is that.
  record Answer(int status, HttpHeaders headers, String text, JsonNode json) {

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    String code() {
      return json.path("code").asText();
    }

    String id() {
      return json.path("id").asText();
    }

    /// Returns the identifiers of the items of a page.
    List<String> items() {
      assertThat(status).isEqualTo(200);
      return json.path("items").findValuesAsText("id");
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /// One system for all servers of the tests; its threads do not keep the process alive.
  private static final ActorSystem<Void> SYSTEM =
      ActorSystem.create(
          Behaviors.empty(),
          "http-test",
          ConfigFactory.parseString(
                  "akka { actor.provider = local, loglevel = WARNING, daemonic = on,"
                      + " coordinated-shutdown.run-by-jvm-shutdown-hook = off }")
              .withFallback(ConfigFactory.load()));

  final FakeFeedService node;
  private final ServerBinding binding;
  private final HttpClient client = HttpClient.newHttpClient();
  private final OpenApi description = OpenApi.load();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  /// Starts a server with the default settings.
  static TestServer start() {
    return start("");
  }

  /// Starts a server whose settings differ by `keys` from the defaults.
  static TestServer start(String keys) {
    var settings =
        HttpSettings.from(
            ConfigFactory.parseString(keys)
                .withFallback(ConfigFactory.load().getConfig("roost.http")));
    return new TestServer(settings.at("127.0.0.1", 0), new FakeFeedService());
  }

  /// Starts a server with the default settings over another node than [#node].
  static TestServer over(FeedService service) {
    var settings = HttpSettings.from(ConfigFactory.load().getConfig("roost.http"));
    return new TestServer(settings.at("127.0.0.1", 0), service, new FakeFeedService());
  }

  private TestServer(HttpSettings settings, FakeFeedService node) {
    this(settings, node, node);
  }

  private TestServer(HttpSettings settings, FeedService service, FakeFeedService node) {
    this.node = node;
    InstantSource clock = () -> now;
    try {
      binding =
          HttpServer.start(SYSTEM, service, settings, clock)
              .toCompletableFuture()
              .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the server did not start", e);
    }
  }

  int port() {
    return binding.localAddress().getPort();
  }

  /// Lets time pass.
  void advance(Duration time) {
    now = now.plus(time);
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  /// Sends a request, as JSON unless `headers` say otherwise.
  Answer send(String method, String path, @Nullable String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(DEADLINE);
    if (body != null) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      boolean isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
      var json = isJson ? JSON.readTree(response.body()) : JSON.nullNode();
      var answer = new Answer(response.statusCode(), response.headers(), response.body(), json);
      description.check(method, path, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Opens an account and returns its identifier.
  String user(String name) {
    var answer = post("/v1/users", "{\"externalId\":\"" + name + "\"}");
    assertThat(answer.status()).isEqualTo(201);
    return answer.id();
  }

  /// Publishes a post and returns its identifier.
  String publish(String author, String text) {
    var answer = post("/v1/users/" + author + "/posts", "{\"text\":\"" + text + "\"}");
    assertThat(answer.status()).isEqualTo(201);
    return answer.id();
  }

  /// Publishes so many posts and returns their identifiers.
  List<String> publish(String author, int posts) {
    return IntStream.range(0, posts).mapToObj(i -> publish(author, "post " + i)).toList();
  }

  /// Returns what is on the first page of a feed.
  List<String> feed(String reader) {
    return get("/v1/users/" + reader + "/feed").items();
  }

  /// Checks that the server still answers others.
  void assertAlive() {
    assertThat(get("/v1/health/live").status()).isEqualTo(200);
  }

  @Override
  public void close() {
    client.close();
    try {
      binding
          .terminate(Duration.ofSeconds(1))
          .toCompletableFuture()
          .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the server did not end", e);
    }
  }
}
