package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostEndpointsTest {

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void publishesOncePerIdempotencyKey() {
    var ana = server.user("ana");
    var path = "/v1/users/" + ana + "/posts";

    var first = server.post(path, "{\"text\":\"hello\"}", "Idempotency-Key", "k1");
    var again = server.post(path, "{\"text\":\"hello\"}", "Idempotency-Key", "k1");
    var other = server.post(path, "{\"text\":\"other\"}", "Idempotency-Key", "k1");

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(server.get("/v1/users/" + ana).json().path("posts").asInt()).isOne();
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    assertThat(server.post(path, "{\"text\":\"hello\"}").id()).isNotEqualTo(first.id());
  }

  @Test
  void keysOfTwoAuthorsDoNotMeet() {
    var ana = server.user("ana");
    var ben = server.user("ben");

    var byAna =
        server.post("/v1/users/" + ana + "/posts", "{\"text\":\"a\"}", "Idempotency-Key", "k");
    var byBen =
        server.post("/v1/users/" + ben + "/posts", "{\"text\":\"a\"}", "Idempotency-Key", "k");

    assertThat(byBen.id()).isNotEqualTo(byAna.id());
  }

  @Test
  void returnsAPostWithItsCounts() {
    var ana = server.user("ana");
    var text = "caf\\u00e9 \\ud83d\\ude00 <b>";
    var post =
        server.post(
            "/v1/users/" + ana + "/posts",
            "{\"text\":\"" + text + "\",\"topic\":\"news\",\"media\":\"image\"}");
    var body =
        "{\"engagements\":[{\"item\":\"%s\",\"kind\":\"like\"},{\"item\":\"%s\",\"kind\":\"view\","
                .formatted(post.id(), post.id())
            + "\"position\":3,\"dwellMillis\":1500}]}";
    assertThat(server.post("/v1/users/" + ana + "/engagements", body).status()).isEqualTo(204);

    var read = server.get(post.header("Location")).json();

    assertThat(read.path("text").asText()).isEqualTo("café 😀 <b>");
    assertThat(read.path("topic").asText()).isEqualTo("news");
    assertThat(read.path("media").asText()).isEqualTo("image");
    assertThat(read.path("counts").path("like").asInt()).isOne();
    assertThat(read.path("counts").path("view").asInt()).isOne();
    assertThat(read.path("counts").path("hide").asInt()).isZero();
  }

  @Test
  void countsABatchOncePerIdempotencyKey() {
    var ana = server.user("ana");
    var post = server.publish(ana, "one");
    var body = "{\"engagements\":[{\"item\":\"" + post + "\",\"kind\":\"like\"}]}";

    server.post("/v1/users/" + ana + "/engagements", body, "Idempotency-Key", "b1");
    server.post("/v1/users/" + ana + "/engagements", body, "Idempotency-Key", "b1");

    assertThat(server.get("/v1/posts/" + post).json().path("counts").path("like").asInt()).isOne();
  }

  @Test
  void deletesByBothPaths() {
    var ana = server.user("ana");
    var ben = server.user("ben");
    var first = server.publish(ana, "one");
    var second = server.publish(ana, "two");

    assertThat(server.delete("/v1/users/" + ben + "/posts/" + first).status()).isEqualTo(404);
    assertThat(server.delete("/v1/users/" + ana + "/posts/" + first).status()).isEqualTo(204);
    assertThat(server.delete("/v1/posts/" + second + "?author=" + ana).status()).isEqualTo(204);

    assertThat(server.get("/v1/posts/" + first).status()).isEqualTo(410);
    assertThat(server.get("/v1/posts/" + second).code()).isEqualTo("post-deleted");
    assertThat(server.feed(ben)).isEmpty();
  }

  @Test
  void repostsTheOriginalOfARepost() {
    var ana = server.user("ana");
    var ben = server.user("ben");
    var original = server.publish(ana, "one");
    var path = "/v1/users/" + ben + "/posts";
    var repost = server.post(path, "{\"repostOf\":\"" + original + "\"}").id();

    var again = server.post(path, "{\"repostOf\":\"" + repost + "\"}");

    var read = server.get(again.header("Location")).json().path("repostOf");
    assertThat(read.path("item").asText()).isEqualTo(original);
    assertThat(read.path("author").asText()).isEqualTo(ana);
  }
}
