package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.NodeConfig;
import dev.roost.actors.entity.Host;
import dev.roost.actors.node.FeedService;
import dev.roost.actors.node.NodeSettings;
import dev.roost.actors.node.RoostNode;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Sponsored posts over HTTP, through the actors of a node.
final class SponsoredFeedTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UserId READER = new UserId(1);
  private static final UserId AUTHOR = new UserId(2);
  private static final UserId SPONSOR = new UserId(3);
  private static final ItemId SPONSORED = new ItemId(500);

  private static <T> T awaited(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static RoostNode start() {
    var config =
        NodeConfig.over(
            ConfigFactory.parseString(
                """
                akka.cluster.jmx.enabled = off
                akka.coordinated-shutdown.run-by-jvm-shutdown-hook = off
                roost.node.items = 1024
                roost.rank.sponsored { most = 2, first = 3, spacing = 4, items = [%s] }
                """
                    .formatted(SPONSORED)));
    return RoostNode.start(
        new NodeSettings(
            config,
            Host.VOLATILE,
            false,
            InstantSource.fixed(START),
            1,
            Duration.ofDays(7),
            Optional.empty()));
  }

  private static void publish(FeedService service, UserId author, long id) throws Exception {
    var post =
        new Post(
            new ItemId(id), author, START.minusSeconds(id), "", "en", MediaKind.TEXT, "text", null);
    awaited(service.publish(post, IdempotencyKey.NONE));
  }

  private static void live(RoostNode node) throws Exception {
    var service = node.service();
    for (var user : List.of(READER, AUTHOR, SPONSOR)) {
      awaited(service.register(user, user.toString(), Profile.unknown(), START));
    }
    awaited(service.relate(READER, RelationChange.FOLLOW, AUTHOR, START));
    for (int i = 1; i <= 12; i++) {
      publish(service, AUTHOR, i);
    }
    publish(service, SPONSOR, SPONSORED.value());
    awaited(node.barrier().pass(START));
  }

  private static List<JsonNode> allPages(TestServer server, String path) {
    var items = new ArrayList<JsonNode>();
    var page = server.get(path);
    page.json().path("items").forEach(items::add);
    while (page.json().has("cursor")) {
      page = server.get(path + "&cursor=" + page.json().path("cursor").asText());
      page.json().path("items").forEach(items::add);
    }
    return items;
  }

  private static String source(JsonNode item) {
    return item.path("why").path("source").asText();
  }

  @Test
  void aSponsoredPostIsLabelledAndComesOnceInASession() throws Exception {
    try (var node = start();
        var server = TestServer.over(node.service())) {
      live(node);

      var items = allPages(server, "/v1/users/" + READER + "/feed?limit=5");

      assertThat(items).hasSize(13);
      assertThat(items.stream().map(item -> item.path("id").asText()).distinct()).hasSize(13);
      assertThat(items.get(2).path("id").asText()).isEqualTo(SPONSORED.toString());
      assertThat(source(items.get(2))).isEqualTo("sponsored");
      assertThat(items.get(2).path("why").path("propensity").asDouble()).isEqualTo(1);
      assertThat(items).filteredOn(item -> source(item).equals("sponsored")).hasSize(1);
    }
  }

  @Test
  void aBlockedSponsorHasNoSlot() throws Exception {
    try (var node = start();
        var server = TestServer.over(node.service())) {
      live(node);
      awaited(node.service().relate(READER, RelationChange.BLOCK, SPONSOR, START));

      var items = allPages(server, "/v1/users/" + READER + "/feed?limit=5");

      assertThat(items).hasSize(12).noneMatch(item -> source(item).equals("sponsored"));
    }
  }
}
