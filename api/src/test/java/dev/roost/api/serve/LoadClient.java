package dev.roost.api.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.serve.Ledger.Engaged;
import dev.roost.api.serve.Ledger.Published;
import dev.roost.api.serve.Ledger.Write;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/// One client that owns a reader, two authors and a blocker, and uses the service until it is gone.
///
/// Its own writes are in order, so what it was acknowledged it must find in its very next read.
final class LoadClient {

  private static final List<String> KINDS = List.of("impression", "click", "like", "share");

  private final ServeClient service;
  private final Ledger ledger;
  private final SplittableRandom random;
  private final String name;
  private final String round;
  private int keys;
  private String reader = "";
  private String blocker = "";
  private List<String> authors = List.of();

  LoadClient(ServeClient service, Ledger ledger, int number, int round) {
    this.service = service;
    this.ledger = ledger;
    this.round = "round" + round;
    name = "client" + number;
    random = new SplittableRandom(number * 1_000L + round);
  }

  /// Works until the service does not answer.
  ///
  /// @param acknowledged counted down with each write that was acknowledged
  void run(CountDownLatch acknowledged) {
    try {
      reader = register("reader", acknowledged);
      blocker = register("blocker", acknowledged);
      authors = List.of(register("author1", acknowledged), register("author2", acknowledged));
      while (true) {
        step(acknowledged);
      }
    } catch (IOException _) {
      // the service is gone: that is how the work ends
    }
  }

  private String register(String role, CountDownLatch acknowledged) throws IOException {
    var external = name + "-" + role;
    var body = "{\"externalId\":\"" + external + "\"}";
    return send(
        new Write("POST", "/v1/users", body, null, (facts, id) -> facts.registered(id, external)),
        acknowledged);
  }

  private void step(CountDownLatch acknowledged) throws IOException {
    int die = random.nextInt(100);
    if (die < 30) {
      send(post(author()), acknowledged);
    } else if (die < 38) {
      deleteOne(acknowledged);
    } else if (die < 50) {
      send(relate("follows", reader, author()), acknowledged);
    } else if (die < 58) {
      send(relate("blocks", blocker, author()), acknowledged);
    } else if (die < 80) {
      engage(acknowledged);
    } else if (die < 90) {
      readFeed(reader);
    } else {
      readFeed(blocker);
    }
  }

  private String author() {
    return authors.get(random.nextInt(authors.size()));
  }

  private Write post(String author) {
    var text = "text " + random.nextLong();
    return new Write(
        "POST",
        "/v1/users/" + author + "/posts",
        "{\"text\":\"" + text + "\"}",
        key(),
        (facts, id) -> facts.published(id, new Published(author, text)));
  }

  private void deleteOne(CountDownLatch acknowledged) throws IOException {
    var post = livePost(authors);
    if (post.isPresent()) {
      var id = post.get().getKey();
      var path = "/v1/users/%s/posts/%s".formatted(post.get().getValue().author(), id);
      send(new Write("DELETE", path, null, null, (facts, _) -> facts.deleted(id)), acknowledged);
    }
  }

  /// Begins the relation, or ends it if it holds.
  private Write relate(String relation, String from, String to) {
    boolean isFollow = relation.equals("follows");
    boolean holds = (isFollow ? ledger.followed(from) : ledger.blocked(from)).contains(to);
    var path = "/v1/users/" + from + "/" + relation + (holds ? "/" + to : "");
    return new Write(
        holds ? "DELETE" : "POST",
        path,
        holds ? null : "{\"user\":\"" + to + "\"}",
        null,
        (facts, _) -> {
          if (isFollow) {
            facts.follow(from, to, !holds);
          } else {
            facts.block(from, to, !holds);
          }
        });
  }

  private void engage(CountDownLatch acknowledged) throws IOException {
    var batch = new ArrayList<Engaged>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      var kind = KINDS.get(random.nextInt(KINDS.size()));
      livePost(List.of()).ifPresent(post -> batch.add(new Engaged(reader, post.getKey(), kind)));
    }
    if (!batch.isEmpty()) {
      var engagements =
          batch.stream()
              .map(each -> "{\"item\":\"%s\",\"kind\":\"%s\"}".formatted(each.item(), each.kind()))
              .toList();
      var body = "{\"engagements\":[" + String.join(",", engagements) + "]}";
      var path = "/v1/users/" + reader + "/engagements";
      send(new Write("POST", path, body, key(), (facts, _) -> facts.engaged(batch)), acknowledged);
    }
  }

  /// Returns a post that was not deleted, by any of `by` or by anyone if that is empty.
  private Optional<Map.Entry<String, Published>> livePost(List<String> by) {
    var deleted = ledger.deleted();
    var live =
        ledger.posts().entrySet().stream()
            .filter(post -> by.isEmpty() || by.contains(post.getValue().author()))
            .filter(post -> !deleted.contains(post.getKey()))
            .toList();
    return live.isEmpty() ? Optional.empty() : Optional.of(live.get(random.nextInt(live.size())));
  }

  private void readFeed(String who) throws IOException {
    var deleted = ledger.deleted();
    var blocked = ledger.blocked(who);
    var answer = service.get("/v1/users/" + who + "/feed");
    if (answer.isOk()) {
      for (var item : answer.json().path("items")) {
        assertThat(deleted).doesNotContain(item.path("id").asText());
        assertThat(blocked).doesNotContain(item.path("author").asText());
      }
    } else {
      assertThat(answer.status()).as(answer.json().toString()).isEqualTo(503);
    }
  }

  /// Sends a write until its outcome is known, and returns the `id` that the answer names.
  ///
  /// @throws IOException if the service is gone; the write is then left open in the ledger
  private String send(Write write, CountDownLatch acknowledged) throws IOException {
    try {
      var answer = service.send(write);
      while (answer.isUnknown()) {
        answer = service.send(write);
      }
      assertThat(answer.isOk()).as("%s answers %s", write, answer).isTrue();
      var id = answer.json().path("id").asText();
      ledger.acknowledge(write, id);
      acknowledged.countDown();
      return id;
    } catch (IOException e) {
      ledger.leaveOpen(write);
      throw e;
    }
  }

  private String key() {
    return name + "-" + round + "-" + keys++;
  }
}
