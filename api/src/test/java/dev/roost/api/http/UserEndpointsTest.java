package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.Ids;
import dev.roost.model.domain.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UserEndpointsTest {

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
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
    assertThat(server.feed(ana)).containsExactly(byCid);
    server.post("/v1/users/" + ana + "/mutes", "{\"user\":\"" + cid + "\"}");
    assertThat(server.feed(ana)).isEmpty();
    server.delete("/v1/users/" + ana + "/blocks/" + ben);
    server.delete("/v1/users/" + ana + "/mutes/" + cid);
    assertThat(server.feed(ana)).containsExactly(byCid, byBen);
  }
}
