package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.fanout.EdgeKind;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.UserId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What holds for every endpoint, and the service as operators see it.
final class HttpApiTest {

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsUnknownUsersAndPosts() {
    var nobody = new UserId(7).toString();

    assertThat(server.get("/v1/users/" + nobody).code()).isEqualTo("unknown-user");
    assertThat(server.get("/v1/users/" + nobody + "/feed").code()).isEqualTo("unknown-user");
    assertThat(server.post("/v1/users/" + nobody + "/posts", "{\"text\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(server.get("/v1/posts/p0000000000007").code()).isEqualTo("unknown-post");
  }

  @Test
  void tellsWhyItIsNotReady() {
    var ana = server.user("ana");
    server.node.beNotReady("catching up: 12 facts left");

    var ready = server.get("/v1/health/ready");

    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.json().path("detail").asText()).isEqualTo("catching up: 12 facts left");
    assertThat(ready.header("Retry-After")).isEqualTo("1");
    assertThat(server.get("/v1/users/" + ana + "/feed").code()).isEqualTo("not-ready");
    assertThat(server.get("/v1/posts/p0000000000007").code()).isEqualTo("not-ready");
    assertThat(server.get("/v1/health/live").status()).isEqualTo(200);
    server.node.beNotReady(null);
    assertThat(server.get("/v1/health/ready").status()).isEqualTo(200);
  }

  @Test
  void aPostThatIsTooManyIsRefusedForNow() {
    var ana = server.user("ana");
    server.node.answer(() -> CompletableFuture.completedFuture(new UserEntity.Busy()));

    var write = server.post("/v1/users/" + ana + "/posts", "{\"text\":\"x\"}");

    assertThat(write.status()).isEqualTo(429);
    assertThat(write.code()).isEqualTo("too-busy");
    assertThat(write.header("Content-Type")).startsWith("application/problem+json");
    assertThat(write.header("Retry-After")).isEqualTo("1");
    assertThat(write.json().path("retryable").asBoolean()).isTrue();
    assertThat(write.json().path("outcome").asText()).isEqualTo("rejected");
  }

  @Test
  void anAnswerNotKnownInTimeHasAnUnknownOutcome() {
    var ana = server.user("ana");
    server.node.answer(() -> CompletableFuture.failedFuture(new TimeoutException("late")));

    var write = server.post("/v1/users/" + ana + "/posts", "{\"text\":\"x\"}");
    var read = server.get("/v1/users/" + ana + "/feed");

    assertThat(write.status()).isEqualTo(503);
    assertThat(write.code()).isEqualTo("timeout");
    assertThat(write.json().path("outcome").asText()).isEqualTo("unknown");
    assertThat(write.json().path("retryable").asBoolean()).isTrue();
    assertThat(write.header("Retry-After")).isEqualTo("1");
    assertThat(read.json().path("outcome").asText()).isEqualTo("rejected");
  }

  @Test
  void aFaultInsideIsNotShownToClients() {
    server.node.answer(
        () -> CompletableFuture.failedFuture(new IllegalStateException("secret table name")));

    var answer = server.post("/v1/users", "{\"externalId\":\"ana\"}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal");
    assertThat(answer.json().path("outcome").asText()).isEqualTo("unknown");
    assertThat(answer.text()).doesNotContain("secret");
  }

  @Test
  void tellsHowFreshPostsAreByKindOfEdge() {
    var freshness = server.node.freshness();
    freshness.note(EdgeKind.PUSH, 1_000_000, 1_003_000, 300_000);
    freshness.note(EdgeKind.PUSH, 1_000_000, 1_150_000, 2);
    freshness.note(EdgeKind.PULL, 1_000_000, 3_601_000_000L, 1);

    assertThat(server.get("/metrics").text())
        .contains("# TYPE roost_fanout_freshness_seconds histogram")
        .contains(bucket("push", "0.002", "0"))
        .contains(bucket("push", "0.005", "300000"))
        .contains(bucket("push", "0.1", "300000"))
        .contains(bucket("push", "0.2", "300002"))
        .contains("roost_fanout_freshness_seconds_count{edge=\"push\"} 300002")
        .containsPattern("roost_fanout_freshness_seconds_sum\\{edge=\"push\"} (89|90)\\d\\.")
        .contains(bucket("pull", "600.0", "0"))
        .contains(bucket("pull", "+Inf", "1"));
  }

  private static String bucket(String edge, String bound, String count) {
    return "roost_fanout_freshness_seconds_bucket{edge=\"%s\",le=\"%s\"} %s\n"
        .formatted(edge, bound, count);
  }

  @Test
  void countsWhatItServes() {
    var ana = server.user("ana");
    var post = server.publish(ana, "one");
    server.get("/v1/users/" + ana + "/feed");
    server.get("/no/such/path");
    server.post(
        "/v1/users/" + ana + "/engagements",
        "{\"engagements\":[{\"item\":\"" + post + "\",\"kind\":\"like\"}]}");

    var metrics = server.get("/metrics");

    assertThat(metrics.header("Content-Type")).startsWith("text/plain").contains("0.0.4");
    assertThat(metrics.text())
        .contains("roost_feeds_total{order=\"rank\",quality=\"full\"} 1.0")
        .contains("roost_engagements_total{kind=\"like\"} 1.0")
        .contains(
            "roost_http_requests_seconds_count{method=\"GET\",route=\"/v1/users/{user}/feed\","
                + "status=\"200\"} 1")
        .contains("route=\"none\",status=\"404\"")
        .contains("roost_ready 1.0")
        .contains("jvm_memory_used_bytes")
        .doesNotContain(ana);
  }

  @Test
  void namesNoProductAndForbidsGuessing() {
    var answer = server.get("/v1/health/live");

    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void servesItsDescription() {
    var answer = server.get("/openapi.yaml");

    assertThat(answer.header("Content-Type")).startsWith("application/yaml");
    assertThat(answer.text()).startsWith("openapi: 3.1.0");
  }
}
