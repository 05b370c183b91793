package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.fanout.EdgeKind;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.Ids;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpApiTest {

  private final TestServer server = TestServer.start("max-session-items = 60, max-limit = 50");

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> feed(String reader) {
    return items(server.get("/v1/users/" + reader + "/feed"));
  }

  private static List<String> items(TestServer.Answer page) {
    assertThat(page.status()).isEqualTo(200);
    var ids = new ArrayList<String>();
    page.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  @Test
  void registersUnderTheHashOfTheName() {
    var expected = new UserId(Ids.hash("user", "ana@example.com"));

    assertThat(server.user("ana@example.com")).isEqualTo(expected.toString());
    assertThat(server.user("ana@example.com")).isEqualTo(expected.toString());
  }

  @Test
  void refusesAnIdentifierThatBelongsToAnotherName() {
    server.node.rename(new UserId(Ids.hash("user", "ana")), "someone-else");

    var answer = server.post("/v1/users", "{\"externalId\":\"ana\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("id-taken");
  }

  @Test
  void returnsAnAccount() {
    var answer =
        server.post(
            "/v1/users",
            "{\"externalId\":\"ana\",\"ageBand\":\"from-25-to-34\",\"country\":\"BR\","
                + "\"language\":\"pt\"}");

    var account = server.get(answer.header("Location")).json();

    assertThat(account.path("externalId").asText()).isEqualTo("ana");
    assertThat(account.path("ageBand").asText()).isEqualTo("from-25-to-34");
    assertThat(account.path("country").asText()).isEqualTo("BR");
    assertThat(account.path("language").asText()).isEqualTo("pt");
  }

  @Test
  void followsAndUnfollows() {
    var ana = server.user("ana");
    var ben = server.user("ben");

    var followed =
        server.post("/v1/users/" + ana + "/follows", "{\"user\":\"" + ben + "\"}").status();
    int follows = server.get("/v1/users/" + ana).json().path("follows").asInt();
    var unfollowed = server.delete("/v1/users/" + ana + "/follows/" + ben).status();

    assertThat(followed).isEqualTo(204);
    assertThat(follows).isOne();
    assertThat(unfollowed).isEqualTo(204);
    assertThat(server.get("/v1/users/" + ana).json().path("follows").asInt()).isZero();
  }

  @Test
  void hidesTheBlockedAndTheMuted() {
    var ana = server.user("ana");
    var ben = server.user("ben");
    var cid = server.user("cid");
    var byBen = server.publish(ben, "one");
    var byCid = server.publish(cid, "two");

    server.post("/v1/users/" + ana + "/blocks", "{\"user\":\"" + ben + "\"}");
    assertThat(feed(ana)).containsExactly(byCid);
    server.post("/v1/users/" + ana + "/mutes", "{\"user\":\"" + cid + "\"}");
    assertThat(feed(ana)).isEmpty();
    server.delete("/v1/users/" + ana + "/blocks/" + ben);
    server.delete("/v1/users/" + ana + "/mutes/" + cid);
    assertThat(feed(ana)).containsExactly(byCid, byBen);
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
    assertThat(feed(ben)).isEmpty();
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

  @Test
  void saysHowAFeedWasRankedAndWhy() {
    var ana = server.user("ana");
    var ben = server.user("ben");
    server.post("/v1/users/" + ana + "/follows", "{\"user\":\"" + ben + "\"}");
    server.publish(ben, "one");

    var full = server.get("/v1/users/" + ana + "/feed");
    server.node.serve(Quality.CHRONOLOGICAL);
    var chronological = server.get("/v1/users/" + ana + "/feed");

    assertThat(full.header("X-Feed-Ranker")).isEqualTo("full");
    assertThat(full.json().path("model").asText()).isEqualTo("v1");
    var why = full.json().at("/items/0/why");
    assertThat(why.path("source").asText()).isEqualTo("followed-push");
    assertThat(why.path("inNetwork").asBoolean()).isTrue();
    assertThat(why.path("probability").asDouble()).isEqualTo(0.25);
    assertThat(chronological.header("X-Feed-Ranker")).isEqualTo("chronological");
    assertThat(chronological.json().has("model")).isFalse();
    assertThat(chronological.json().at("/items/0/why").has("probability")).isFalse();
  }

  /// Reads all pages, doing something after each, and returns what they showed.
  private List<String> readAllPages(String reader, Runnable meanwhile) {
    var served = new ArrayList<String>();
    var cursors = new HashSet<String>();
    var path = "/v1/users/" + reader + "/feed?limit=10";
    var page = server.get(path);
    served.addAll(items(page));
    while (page.json().has("cursor")) {
      var cursor = page.json().path("cursor").asText();
      assertThat(cursors.add(cursor)).as("no cursor comes twice").isTrue();
      meanwhile.run();
      page = server.get(path + "&cursor=" + cursor);
      served.addAll(items(page));
    }
    return served;
  }

  private List<String> publish(String author, int posts) {
    var published = new ArrayList<String>();
    for (int i = 0; i < posts; i++) {
      published.add(server.publish(author, "post " + i));
    }
    return published;
  }

  @Test
  void everyPostIsOnOnePage() {
    var ana = server.user("ana");
    var published = publish(ana, 25);

    assertThat(readAllPages(ana, () -> {})).containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void pagesDoNotRepeatWhenNewPostsShiftThem() {
    var ana = server.user("ana");
    publish(ana, 25);

    var served = readAllPages(ana, () -> publish(ana, 4));

    assertThat(served).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void pagingEndsThoughPostsNeverDo() {
    var ana = server.user("ana");
    publish(ana, 25);

    var served = readAllPages(ana, () -> publish(ana, 10));

    assertThat(served).doesNotHaveDuplicates().hasSize(60);
  }

  @Test
  void aCursorUsedTwiceGoesOnFromTheSamePlaceTwice() {
    var ana = server.user("ana");
    publish(ana, 8);
    var path = "/v1/users/" + ana + "/feed?limit=4";
    var next = path + "&cursor=" + server.get(path).json().path("cursor").asText();

    assertThat(items(server.get(next))).hasSize(4).isEqualTo(items(server.get(next)));
  }

  @Test
  void aCursorExpires() {
    var ana = server.user("ana");
    publish(ana, 8);
    var path = "/v1/users/" + ana + "/feed?limit=4";
    var next = path + "&cursor=" + server.get(path).json().path("cursor").asText();

    server.advance(Duration.ofMinutes(15).minusMillis(1));
    assertThat(server.get(next).status()).isEqualTo(200);
    server.advance(Duration.ofMillis(1));
    var expired = server.get(next);

    assertThat(expired.status()).isEqualTo(410);
    assertThat(expired.code()).isEqualTo("cursor-expired");
    assertThat(expired.json().path("detail").asText()).contains("start over");
  }

  @Test
  void aCursorIsGoodForOneReaderOnly() {
    var ana = server.user("ana");
    var ben = server.user("ben");
    publish(ana, 8);
    var cursor = server.get("/v1/users/" + ana + "/feed?limit=4").json().path("cursor").asText();

    var stolen = server.get("/v1/users/" + ben + "/feed?cursor=" + cursor);

    assertThat(stolen.status()).isEqualTo(400);
    assertThat(stolen.code()).isEqualTo("invalid-cursor");
  }

  @Test
  void aPageObeysABlockThatCameAfterTheLast() {
    var ana = server.user("ana");
    var ben = server.user("ben");
    for (int i = 0; i < 6; i++) {
      server.publish(i % 2 == 0 ? ana : ben, "post " + i);
    }
    var path = "/v1/users/" + ana + "/feed?limit=2";
    var first = server.get(path);

    server.post("/v1/users/" + ana + "/blocks", "{\"user\":\"" + ben + "\"}");
    var second = server.get(path + "&cursor=" + first.json().path("cursor").asText());

    assertThat(items(second)).hasSize(2);
    second
        .json()
        .path("items")
        .forEach(item -> assertThat(item.path("author").asText()).isEqualTo(ana));
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
