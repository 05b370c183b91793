package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeadlineTest {

  private final TestServer server = TestServer.start("request-timeout = 300ms");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aNodeThatNeverAnswersIsNotWaitedFor() {
    server.node.answer(CompletableFuture::new);

    var write = server.post("/v1/users", "{\"externalId\":\"ana\"}");
    var read = server.get("/v1/users/u0000000000001/feed");

    assertThat(write.status()).isEqualTo(503);
    assertThat(write.code()).isEqualTo("timeout");
    assertThat(write.json().path("outcome").asText()).isEqualTo("unknown");
    assertThat(read.code()).isEqualTo("timeout");
    server.node.answer(null);
    server.assertAlive();
    assertThat(server.get("/metrics").text())
        .contains("route=\"/v1/users\",status=\"503\"")
        .contains("roost_http_requests_in_flight 1.0"); // the scrape itself
  }
}
