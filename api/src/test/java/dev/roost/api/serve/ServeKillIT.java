package dev.roost.api.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.api.serve.Ledger.Engaged;
import dev.roost.api.serve.Ledger.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service that is killed under load and started again on the same folder.
///
/// After each restart the writes that got no answer are sent again with the same idempotency keys,
/// and so are some that were acknowledged: from then on every count must be exact, so that a lost
/// write, one that counted twice and one that came from nowhere would all be seen.
final class ServeKillIT {

  private static final int ROUNDS = 3;
  private static final int CLIENTS = 4;
  private static final int WRITES = 200; // acknowledged in a round before the kill
  private static final int REPEATED = 40;

  @TempDir Path data;

  private final Ledger ledger = new Ledger();

  @Test
  void everythingAcknowledgedSurvivesKills()
      throws IOException, InterruptedException, ExecutionException {
    for (int round = 0; round < ROUNDS; round++) {
      try (var process = ServeProcess.start(data, log(round));
          var service = new ServeClient(process.address())) {
        settle(service, round);
        killUnderLoad(process, service, round);
      }
    }
    try (var process = ServeProcess.start(data, log(ROUNDS));
        var service = new ServeClient(process.address())) {
      settle(service, ROUNDS);
      assertThatTheAuditSeesEachKindOfLie(service);
    }
  }

  /// Holds doctored ledgers against the service: an audit that accepted one would prove nothing.
  private void assertThatTheAuditSeesEachKindOfLie(ServeClient service) {
    var live =
        ledger.posts().entrySet().stream()
            .filter(post -> !ledger.deleted().contains(post.getKey()))
            .findFirst()
            .orElseThrow();
    var author = live.getValue().author();
    var blocker = account("client0-blocker");
    var reader = account("client0-reader");
    var seen = new Engaged(reader, live.getKey(), "share");
    List<Consumer<Ledger>> lies =
        List.of(
            facts -> facts.registered("u0000000000001", "nobody"),
            facts -> facts.published("p0000000000001", live.getValue()),
            facts -> facts.published(live.getKey(), new Published(author, "other text")),
            facts -> facts.deleted(live.getKey()),
            facts -> facts.engaged(List.of(seen)),
            facts -> facts.follow(reader, blocker, true),
            facts -> facts.accounts().keySet().forEach(each -> facts.block(blocker, each, true)));
    for (int i = 0; i < lies.size(); i++) {
      var doctored = ledger.copy();
      lies.get(i).accept(doctored);
      var audit = new Audit(service, doctored, Duration.ofMillis(300));
      assertThatExceptionOfType(AssertionError.class).as("lie %d", i).isThrownBy(audit::check);
    }
  }

  private String account(String name) {
    return ledger.accounts().entrySet().stream()
        .filter(account -> account.getValue().equals(name))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static Path log(int round) throws IOException {
    return Files.createDirectories(Path.of("target", "serve-kill"))
        .resolve("round-" + round + ".log");
  }

  /// Waits until the service is ready, sends again what got no answer, and checks everything.
  private void settle(ServeClient service, int round) throws IOException {
    Audit.poll(service, "/v1/health/ready", Audit.PATIENCE, answer -> answer.status() == 200);
    if (round > 0) {
      for (var write : ledger.takeUnanswered()) {
        ledger.acknowledge(write, again(service, write));
      }
      for (var write : ledger.newestKeyed(REPEATED)) {
        again(service, write);
      }
      new Audit(service, ledger, Audit.PATIENCE).check();
    }
  }

  private static String again(ServeClient service, Ledger.Write write) throws IOException {
    var answer = service.send(write);
    assertThat(answer.isOk()).as("%s answers %s", write, answer).isTrue();
    return answer.json().path("id").asText();
  }

  private void killUnderLoad(ServeProcess process, ServeClient service, int round)
      throws InterruptedException, ExecutionException {
    var acknowledged = new CountDownLatch(WRITES);
    var clients = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        var client = new LoadClient(service, ledger, i, round);
        clients.add(threads.submit(() -> client.run(acknowledged)));
      }
      boolean enough = acknowledged.await(60, TimeUnit.SECONDS);
      boolean working = clients.stream().noneMatch(Future::isDone);
      process.kill();
      awaitAll(clients);
      assertThat(enough).as("%d writes were acknowledged in time", WRITES).isTrue();
      assertThat(working).as("all clients were at work when the kill came").isTrue();
    }
  }

  /// Waits for the clients, and fails as the first of them did.
  private static void awaitAll(List<Future<?>> clients)
      throws InterruptedException, ExecutionException {
    for (var client : clients) {
      client.get();
    }
  }
}
