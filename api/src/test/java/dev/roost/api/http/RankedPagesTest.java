package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.feed.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RankedPagesTest {

  private final TestServer server = TestServer.start("max-session-items = 60, max-limit = 50");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void saysHowAFeedWasRankedAndWhy() {
    var ana = server.user("ana");
    var ben = server.user("ben");
    server.post("/v1/users/" + ana + "/follows", "{\"user\":\"" + ben + "\"}");
    server.publish(ben, "one");

    var full = server.get("/v1/users/" + ana + "/feed");
    server.node.serve(Quality.PRECOMPUTED);
    var ahead = server.get("/v1/users/" + ana + "/feed");
    server.node.serve(Quality.CHRONOLOGICAL);
    var chronological = server.get("/v1/users/" + ana + "/feed");

    assertThat(full.header("X-Feed-Ranker")).isEqualTo("full");
    assertThat(full.json().path("model").asText()).isEqualTo("v1");
    var why = full.json().at("/items/0/why");
    assertThat(why.path("source").asText()).isEqualTo("followed-push");
    assertThat(why.path("inNetwork").asBoolean()).isTrue();
    assertThat(why.path("probability").asDouble()).isEqualTo(0.25);
    assertThat(ahead.header("X-Feed-Ranker")).isEqualTo("precomputed");
    assertThat(ahead.json().path("quality").asText()).isEqualTo("precomputed");
    assertThat(server.get("/metrics").text())
        .contains("roost_feeds_total{order=\"rank\",quality=\"precomputed\"} 1.0");
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
    served.addAll(page.items());
    while (page.json().has("cursor")) {
      var cursor = page.json().path("cursor").asText();
      assertThat(cursors.add(cursor)).as("no cursor comes twice").isTrue();
      meanwhile.run();
      page = server.get(path + "&cursor=" + cursor);
      served.addAll(page.items());
    }
    return served;
  }

  @Test
  void everyPostIsOnOnePage() {
    var ana = server.user("ana");
    var published = server.publish(ana, 25);

    assertThat(readAllPages(ana, () -> {})).containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void aPageDoesNotRepeatWhatAnEarlierOneShowedAsARepost() {
    var ana = server.user("ana");
    var ben = server.user("ben");
    var original = server.publish(ana, "said once");
    var others = server.publish(ana, 12);
    var path = "/v1/users/" + ben + "/posts";
    var repost = server.post(path, "{\"repostOf\":\"" + original + "\"}").id();

    assertThat(readAllPages(ana, () -> {})).startsWith(repost).hasSize(13).containsAll(others);
  }

  @Test
  void pagesDoNotRepeatWhenNewPostsShiftThem() {
    var ana = server.user("ana");
    server.publish(ana, 25);

    var served = readAllPages(ana, () -> server.publish(ana, 4));

    assertThat(served).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void pagingEndsThoughPostsNeverDo() {
    var ana = server.user("ana");
    server.publish(ana, 25);

    var served = readAllPages(ana, () -> server.publish(ana, 10));

    assertThat(served).doesNotHaveDuplicates().hasSize(60);
  }

  @Test
  void aCursorUsedTwiceGoesOnFromTheSamePlaceTwice() {
    var ana = server.user("ana");
    server.publish(ana, 8);
    var path = "/v1/users/" + ana + "/feed?limit=4";
    var next = path + "&cursor=" + server.get(path).json().path("cursor").asText();

    assertThat(server.get(next).items()).hasSize(4).isEqualTo(server.get(next).items());
  }

  @Test
  void aFeedMayTellOnWhatItIsRead() {
    var ana = server.user("ana");
    var path = "/v1/users/" + ana + "/feed?device=";

    assertThat(server.get(path + "phone").status()).isEqualTo(200);
    assertThat(server.get(path + "toaster").code()).isEqualTo("invalid-value");
    assertThat(server.get(path + "phone&order=newest").code()).isEqualTo("malformed-query");
  }

  @Test
  void aFeedIsExplainedIfThatIsAskedFor() {
    var ana = server.user("ana");
    server.publish(ana, 3);
    var path = "/v1/users/" + ana + "/feed";

    var foretold = server.get(path + "?explain=true").json().at("/items/0/why/foretold");
    var moves = server.get(path + "?explain=true").json().at("/items/0/why/moves");
    assertThat(moves.path("writerShown").asDouble()).isEqualTo(0.9);
    assertThat(moves.path("explored").asBoolean(true)).isFalse();
    assertThat(foretold.get(0).path("kind").asText()).isEqualTo("click");
    assertThat(foretold.get(0).path("added").get(0).path("feature").asText()).isEqualTo("item-age");
    assertThat(server.get(path).json().at("/items/0/why").has("foretold")).isFalse();
    assertThat(server.get(path + "?explain=maybe").code()).isEqualTo("invalid-value");
    assertThat(server.get(path + "?explain=true&order=newest").code()).isEqualTo("malformed-query");
  }

  @Test
  void aCursorExpires() {
    var ana = server.user("ana");
    server.publish(ana, 8);
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
    server.publish(ana, 8);
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

    assertThat(second.items()).hasSize(2);
    second
        .json()
        .path("items")
        .forEach(item -> assertThat(item.path("author").asText()).isEqualTo(ana));
  }
}
