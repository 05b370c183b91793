package dev.roost.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ModelsCommandTest {

  private static final String MODEL =
      """
      {"version": "m0001", "stage": "champion", "cause": "scheduled",
       "provenance": {"rows": 100, "until": "2026-01-01T00:00:00Z"},
       "evaluation": {"rows": 10, "logLoss": 0.25},
       "history": [{"stage": "champion", "at": "2026-01-02T00:00:00Z", "reason": "passed its canary",
         "evidence": {"measure": "value", "impressions": 9, "ours": 0.5, "theirs": 0.4}}]}
      """;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 200;
  private volatile String answer =
      "{\"offered\": 1, \"challenger\": \"m0002\", \"canaryShare\": 0.2, \"models\": ["
          + MODEL
          + "]}";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Test
  void listsWhatTheServiceSays() {
    var typed = Typed.run("models", "--url", url());

    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains("m0001", "champion", "passed its canary: value 0.5000 beside 0.4000")
        .contains("log loss 0.2500", "m0002 ranks for 20 % of the readers");
  }

  @Test
  void printsTheDocumentForAProgram() {
    var typed = Typed.run("models", "--json", "--url", url() + "/");

    assertThat(typed.out()).contains("\"offered\": 1");
    assertThat(asked).containsExactly("GET /v1/models");
  }

  @Test
  void hasAPersonDecide() {
    answer = MODEL;

    assertThat(Typed.run("models", "promote", "m0001", "--url", url()).code()).isZero();
    assertThat(Typed.run("models", "rollback", "m0001", "--url", url()).code()).isZero();

    assertThat(asked)
        .containsExactly("POST /v1/models/m0001/promotion", "POST /v1/models/m0001/rollback");
  }

  @Test
  void saysWhyNot() {
    status = 422;
    answer = "{\"code\": \"refused\", \"detail\": \"m0001 is neither on trial nor champion\"}";

    var typed = Typed.run("models", "rollback", "m0001", "--url", url());

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).contains("m0001 is neither on trial nor champion");
  }

  @Test
  void saysThatNothingAnswers() {
    server.stop(0);

    var typed = Typed.run("models", "--url", url());

    assertThat(typed.code()).isEqualTo(4);
    assertThat(typed.err()).contains("nothing answers at", "--url");
  }

  @Test
  void aPathIsNoVersion() {
    assertThat(Typed.run("models", "promote", "../users", "--url", url()).code()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }
}
