package dev.roost.api.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Holds a service against a ledger in which every write has been answered: what was acknowledged
/// is there, once, and nothing else is.
final class Audit {

  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ServeClient service;
  private final Ledger ledger;
  private final Duration patience;

  /// Prepares an audit.
  ///
  /// @param patience how long views may take to show the facts
  Audit(ServeClient service, Ledger ledger, Duration patience) {
    this.service = service;
    this.ledger = ledger;
    this.patience = patience;
  }

  /// Asks until the answer is as wanted; fails with the last answer if it never is in time.
  static ServeClient.Answer poll(
      ServeClient service, String path, Duration patience, Predicate<ServeClient.Answer> wanted)
      throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    var answer = service.get(path);
    while (!wanted.test(answer)) {
      assertThat(System.nanoTime() - end).as("%s still says %s", path, answer).isNegative();
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = service.get(path);
    }
    return answer;
  }

  /// Checks everything.
  void check() throws IOException {
    checkAccounts();
    checkPosts();
    int inNetwork = 0;
    for (var account : ledger.accounts().entrySet()) {
      if (!account.getValue().contains("author")) {
        inNetwork += checkFeed(account.getKey());
        checkTimeline(account.getKey());
      }
    }
    assertThat(inNetwork).as("items by authors who are followed").isPositive();
  }

  private void checkAccounts() throws IOException {
    var posts = new HashMap<String, Integer>();
    var deleted = ledger.deleted();
    ledger
        .posts()
        .forEach(
            (id, post) -> posts.merge(post.author(), deleted.contains(id) ? 0 : 1, Integer::sum));
    var engagements = new HashMap<String, Integer>();
    ledger.engagements().forEach(each -> engagements.merge(each.reader(), 1, Integer::sum));
    for (var account : ledger.accounts().entrySet()) {
      var id = account.getKey();
      var answer = service.get("/v1/users/" + id);
      assertThat(answer.status()).as(id).isEqualTo(200);
      var found = answer.json();
      assertThat(found.path("externalId").asText()).isEqualTo(account.getValue());
      assertThat(found.path("follows").asInt()).as(id).isEqualTo(ledger.followed(id).size());
      assertThat(found.path("posts").asInt()).as(id).isEqualTo(posts.getOrDefault(id, 0));
      assertThat(found.path("engagements").asInt())
          .as(id)
          .isEqualTo(engagements.getOrDefault(id, 0));
    }
  }

  private void checkPosts() throws IOException {
    var deleted = ledger.deleted();
    var counts = new HashMap<String, Map<String, Integer>>();
    ledger
        .engagements()
        .forEach(
            each ->
                counts
                    .computeIfAbsent(each.item(), _ -> new HashMap<>())
                    .merge(each.kind(), 1, Integer::sum));
    for (var post : ledger.posts().entrySet()) {
      var path = "/v1/posts/" + post.getKey();
      if (deleted.contains(post.getKey())) {
        assertThat(service.get(path).status()).as(path).isEqualTo(410);
      } else {
        var expected = counts.getOrDefault(post.getKey(), Map.of());
        var answer =
            poll(
                service,
                path,
                patience,
                each -> each.status() == 200 && nonZero(each.json()).equals(expected));
        assertThat(answer.json().path("text").asText()).isEqualTo(post.getValue().text());
        assertThat(answer.json().path("author").asText()).isEqualTo(post.getValue().author());
      }
    }
  }

  private static Map<String, Integer> nonZero(JsonNode post) {
    var counts = new HashMap<String, Integer>();
    post.path("counts")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().asInt() != 0) {
                counts.put(each.getKey(), each.getValue().asInt());
              }
            });
    return counts;
  }

  /// Reads all pages of a feed and returns how many items are by authors who are followed.
  private int checkFeed(String reader) throws IOException {
    var ids = new ArrayList<String>();
    int inNetwork = 0;
    for (var page : pages(reader)) {
      for (var item : page.path("items")) {
        var author = item.path("author").asText();
        ids.add(item.path("id").asText());
        assertThat(ledger.blocked(reader)).doesNotContain(author);
        assertThat(item.at("/why/inNetwork").asBoolean())
            .as("%s shown to %s", item, reader)
            .isEqualTo(ledger.followed(reader).contains(author));
        inNetwork += item.at("/why/inNetwork").asBoolean() ? 1 : 0;
      }
    }
    assertThat(ids)
        .doesNotHaveDuplicates()
        .isSubsetOf(ledger.posts().keySet())
        .doesNotContainAnyElementsOf(ledger.deleted());
    return inNetwork;
  }

  /// Scrolls through the timeline: all posts of those who are followed, newest first, each once,
  /// and no others.
  private void checkTimeline(String reader) throws IOException {
    var followed = ledger.followed(reader);
    var blocked = ledger.blocked(reader);
    var expected = new TreeSet<String>();
    ledger
        .posts()
        .forEach(
            (id, post) -> {
              if (followed.contains(post.author()) && !blocked.contains(post.author())) {
                expected.add(id);
              }
            });
    expected.removeAll(ledger.deleted());
    var found = new ArrayList<String>();
    var times = new ArrayList<Instant>();
    for (var page : pages(reader, "&order=newest")) {
      for (var item : page.path("items")) {
        found.add(item.path("id").asText());
        times.add(Instant.parse(item.path("at").asText()));
      }
    }
    assertThat(found).as("timeline of %s", reader).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(times).as("timeline of %s", reader).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private List<JsonNode> pages(String reader) throws IOException {
    return pages(reader, "");
  }

  private List<JsonNode> pages(String reader, String order) throws IOException {
    var pages = new ArrayList<JsonNode>();
    var path = "/v1/users/" + reader + "/feed?limit=50" + order;
    var page = poll(service, path, patience, ServeClient.Answer::isOk).json();
    pages.add(page);
    while (page.has("cursor")) {
      var next = path + "&cursor=" + page.path("cursor").asText();
      page = poll(service, next, patience, ServeClient.Answer::isOk).json();
      pages.add(page);
    }
    return pages;
  }
}
