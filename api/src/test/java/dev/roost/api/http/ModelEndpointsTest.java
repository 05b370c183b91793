package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ModelEndpointsTest {

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listsModelsNewestFirstAndSaysWhichRank() {
    var answer = server.get("/v1/models");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("champion").asText()).isEqualTo("m0001");
    assertThat(answer.json().path("challenger").asText()).isEqualTo("m0002");
    assertThat(answer.json().path("canaryShare").asDouble()).isEqualTo(0.2);
    assertThat(answer.json().has("predecessor")).isFalse();
    assertThat(answer.json().path("models").findValuesAsText("version"))
        .containsExactly("m0002", "m0001");
  }

  @Test
  void tellsTheLifeOfAVersionWithItsEvidence() {
    var model = server.get("/v1/models/m0002").json();

    assertThat(model.path("stage").asText()).isEqualTo("canary");
    assertThat(model.path("provenance").path("rows").asInt()).isEqualTo(100);
    assertThat(model.path("evaluation").has("auc")).as("not finite").isFalse();
    var now = model.path("history").get(1);
    assertThat(now.path("reason").asText()).isEqualTo("passed its shadow");
    assertThat(now.path("evidence").path("worse").asDouble()).isEqualTo(-0.01);
    assertThat(now.path("evidence").has("worseHigh")).as("not finite").isFalse();
  }

  @Test
  void promotesAndRollsBack() {
    var promoted = server.post("/v1/models/m0002/promotion", "{}");
    assertThat(promoted.status()).isEqualTo(200);
    assertThat(promoted.json().path("stage").asText()).isEqualTo("champion");

    var back = server.post("/v1/models/m0002/rollback", "{}");
    assertThat(back.json().path("stage").asText()).isEqualTo("rolled-back");
  }

  @Test
  void knowsNoOtherVersion() {
    assertThat(server.get("/v1/models/m9").code()).isEqualTo("unknown-model");
    assertThat(server.post("/v1/models/m9/promotion", "{}").code()).isEqualTo("unknown-model");
    assertThat(server.post("/v1/models/m9/rollback", "{}").code()).isEqualTo("unknown-model");
  }

  @Test
  void refusesWhatTheRegistryRefuses() {
    server.node.complain("is neither on trial nor champion");

    var answer = server.post("/v1/models/m0001/rollback", "{}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("refused");
    assertThat(answer.json().path("detail").asText()).contains("m0001 is neither");
  }

  @Test
  void aDecisionNeedsAnEmptyDocument() {
    assertThat(server.post("/v1/models/m0002/promotion", "{\"by\":\"me\"}").code())
        .isEqualTo("unknown-field");
  }
}
