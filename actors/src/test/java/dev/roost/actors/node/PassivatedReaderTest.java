package dev.roost.actors.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.typesafe.config.ConfigFactory;
import dev.roost.actors.EntityEnd;
import dev.roost.actors.NodeConfig;
import dev.roost.actors.entity.Host;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Source;
import dev.roost.model.feed.Stretch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reader on a serving node whose entity leaves memory between two reads.
final class PassivatedReaderTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UserId READER = new UserId(1_000);
  private static final UserId ANN = new UserId(1);
  private static final UserId BOB = new UserId(2);

  @TempDir Path journal;

  private RoostNode start() {
    var config =
        NodeConfig.over(
            ConfigFactory.parseString(
                """
                akka.cluster.jmx.enabled = off
                akka.coordinated-shutdown.run-by-jvm-shutdown-hook = off
                akka.cluster.sharding.passivation.default-idle-strategy.idle-entity.timeout = 300ms
                roost.journal.dir = "%s"
                roost.item.checkpoint-idle = 100ms
                roost.node.items = 1024
                roost.node.pulse = 1h
                roost.node.ask-timeout = 20s
                roost.fanout.strategy = all-push
                """
                    .formatted(journal)));
    return RoostNode.start(
        new NodeSettings(
            config,
            Host.JOURNALED,
            true,
            InstantSource.fixed(START),
            1,
            Duration.ofDays(7),
            Optional.empty()));
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void accepted(CompletionStage<UserEntity.Reply> stage) {
    assertThat(await(stage)).isEqualTo(new UserEntity.Accepted());
  }

  private static void relate(RoostNode node, RelationChange change, UserId author) {
    accepted(node.service().relate(READER, change, author, START));
  }

  /// Publishes a post; returns to how many inboxes it was appended.
  private static long publish(RoostNode node, long id, UserId author) {
    var at = START.plusSeconds(id);
    var post = new Post(new ItemId(id), author, at, "", "en", MediaKind.TEXT, "", null);
    accepted(node.service().publish(post, IdempotencyKey.NONE));
    return await(node.barrier().pass(START.plusSeconds(id))).deliveries();
  }

  private static List<FeedItem> read(RoostNode node) {
    var query = FeedQuery.following(READER, START.plusSeconds(60), 10, Stretch.ALL);
    return ((FeedRequest.Served) await(node.service().feed(query))).page().items();
  }

  private static void pause(RoostNode node) {
    EntityEnd.await(node.system(), UserEntity.TYPE_KEY, READER.value());
  }

  @Test
  void findsTheInboxThatWentOnAndWhatWasBlockedMeanwhile() {
    try (var node = start()) {
      for (var user : List.of(READER, ANN, BOB)) {
        accepted(node.service().register(user, "name" + user, Profile.unknown(), START));
      }
      relate(node, RelationChange.FOLLOW, ANN);
      relate(node, RelationChange.FOLLOW, BOB);
      assertThat(read(node)).isEmpty();

      pause(node);
      assertThat(publish(node, 1, ANN)).isEqualTo(1);
      assertThat(publish(node, 2, BOB)).isEqualTo(1);
      assertThat(read(node))
          .extracting(FeedItem::item, FeedItem::source) // what is built anew is not pushed
          .containsExactly(
              tuple(new ItemId(2), Source.FOLLOWED_PUSH),
              tuple(new ItemId(1), Source.FOLLOWED_PUSH));

      pause(node);
      relate(node, RelationChange.BLOCK, ANN);
      pause(node);
      assertThat(publish(node, 3, ANN)).isZero();
      assertThat(publish(node, 4, BOB)).isEqualTo(1);
      assertThat(read(node))
          .extracting(FeedItem::item)
          .containsExactly(new ItemId(4), new ItemId(2));
    }
  }
}
