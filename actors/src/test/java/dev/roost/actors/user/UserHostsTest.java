package dev.roost.actors.user;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.Behavior;
import akka.cluster.sharding.typed.ClusterShardingSettings;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import dev.roost.actors.EntityEnd;
import dev.roost.actors.OneNode;
import dev.roost.actors.entity.Host;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UserHostsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final UserId ANN = new UserId(-7);
  private static final UserId BOB = new UserId(8);
  private static final UserEntity.Reply ACCEPTED = new UserEntity.Accepted();
  private static final String SOON_IDLE =
      "akka.cluster.sharding.passivation.default-idle-strategy.idle-entity.timeout = 200ms";

  @TempDir Path journal;

  /// Ann on a node, and who asks her.
  private record Ann(EntityRef<UserEntity.Command> entity, TestProbe<UserEntity.Reply> replies) {

    static Ann on(OneNode node) {
      return new Ann(
          UserEntity.of(node.sharding(), ANN), node.kit().<UserEntity.Reply>createTestProbe());
    }

    UserEntity.Reply register() {
      entity.tell(new UserEntity.Register("ann", Profile.unknown(), START, replies.getRef()));
      return replies.receiveMessage(PATIENCE);
    }

    UserEntity.Reply follow(UserId author) {
      entity.tell(new UserEntity.Relate(RelationChange.FOLLOW, author, START, replies.getRef()));
      return replies.receiveMessage(PATIENCE);
    }

    UserEntity.Reply inspect() {
      entity.tell(new UserEntity.Inspect(replies.getRef()));
      return replies.receiveMessage(PATIENCE);
    }
  }

  private static UserEntity.Account account(int follows, int posts, int engagements) {
    return new UserEntity.Account("ann", Profile.unknown(), START, follows, posts, engagements);
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void factsAreToldToTheNeighboursOnce(Host host) {
    try (var node = OneNode.start(journal, "")) {
      UserEntity.init(node.system(), host, node.links());
      var ann = Ann.on(node);
      var post = new Post(new ItemId(5), ANN, START, "", "zz", MediaKind.TEXT, "hello", null);
      var likes = List.of(Engagement.of(new ItemId(9), EngagementKind.LIKE, 0));

      assertThat(ann.follow(BOB)).isEqualTo(new UserEntity.NotRegistered());
      assertThat(ann.register()).isEqualTo(ACCEPTED);
      assertThat(ann.follow(BOB)).isEqualTo(ACCEPTED);
      assertThat(ann.follow(BOB)).isEqualTo(ACCEPTED);
      assertThat(node.partition.receiveMessage(PATIENCE))
          .isEqualTo(new FeedPartition.Relate(ANN, RelationChange.FOLLOW, BOB, 1));

      var key = new IdempotencyKey(1, 2);
      ann.entity().tell(new UserEntity.Publish(post, key, ann.replies().getRef()));
      ann.entity().tell(new UserEntity.Publish(post, key, ann.replies().getRef()));
      ann.entity().tell(new UserEntity.Delete(post.id(), START, ann.replies().getRef()));
      assertThat(ann.replies().receiveSeveralMessages(2, PATIENCE))
          .containsExactly(ACCEPTED, ACCEPTED);
      assertThat(node.root.receiveSeveralMessages(2, PATIENCE))
          .containsExactly(
              new FanoutRoot.Publish(post, OneNode.ACKNOWLEDGED),
              new FanoutRoot.Withdraw(
                  post.id(), ItemStatus.DELETED, START, ann.replies().getRef()));

      var engage =
          new UserEntity.Engage(
              new RequestId(3), likes, START, new IdempotencyKey(3, 4), ann.replies().getRef());
      ann.entity().tell(engage);
      ann.entity().tell(engage);
      assertThat(ann.replies().receiveSeveralMessages(2, PATIENCE))
          .containsExactly(ACCEPTED, ACCEPTED);
      node.tally.expectMessage(PATIENCE, new EngagementTally.Add(likes));
      node.outcomes.expectMessage(
          PATIENCE, new OutcomeJoiner.Outcome(new RequestId(3), ANN, likes, START));

      assertThat(ann.inspect()).isEqualTo(account(1, 0, 1));
      var marker = new EngagementTally.Add(List.of());
      node.tally.getRef().tell(marker);
      node.tally.expectMessage(PATIENCE, marker); // so nothing came between
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void anIdleUserIsPassivatedAndRevived(Host host) {
    try (var node = OneNode.start(journal, SOON_IDLE)) {
      // As `init`, but the volatile host, too, has its entities passivated.
      node.sharding()
          .init(
              Entity.of(UserEntity.TYPE_KEY, e -> behavior(e.getEntityId(), host, node))
                  .withSettings(ClusterShardingSettings.create(node.system())));
      var ann = Ann.on(node);
      ann.register();
      ann.follow(BOB);
      assertThat(node.partition.receiveMessage(PATIENCE)).isInstanceOf(FeedPartition.Relate.class);

      if (host == Host.JOURNALED) { // comes back the same: its inbox stays
        EntityEnd.await(node.system(), UserEntity.TYPE_KEY, ANN.value());
        assertThat(ann.inspect()).isEqualTo(account(1, 0, 0));
        node.partition.expectNoMessage(Duration.ZERO);
      } else {
        node.partition.expectMessage(PATIENCE, new FeedPartition.Drop(ANN));
        assertThat(ann.inspect()).isEqualTo(new UserEntity.NotRegistered());
      }
    }
  }

  private static Behavior<UserEntity.Command> behavior(String id, Host host, OneNode node) {
    return UserEntity.create(id, host, node.links(), new UserSettings(10, 10));
  }

  @Test
  void theVolatileHostPassivatesNobody() {
    try (var node = OneNode.start(journal, SOON_IDLE)) {
      var settings = ClusterShardingSettings.create(node.system());

      assertThat(settings.passivationStrategySettings().idleEntitySettings().isDefined()).isTrue();
      assertThat(
              Host.VOLATILE
                  .settings(settings)
                  .passivationStrategySettings()
                  .idleEntitySettings()
                  .isDefined())
          .isFalse();
    }
  }

  @Test
  void storedFactsSurviveTheNode() {
    for (int run = 0; run < 3; run++) {
      try (var node = OneNode.start(journal, "")) {
        UserEntity.init(node.system(), Host.JOURNALED, node.links());
        var ann = Ann.on(node);

        assertThat(ann.register()).isEqualTo(ACCEPTED);
        assertThat(ann.inspect()).isEqualTo(account(run, 0, 0));
        assertThat(ann.follow(new UserId(100 + run))).isEqualTo(ACCEPTED);
      }
    }
  }

  @Test
  void aUserWithAHoleInTheJournalIsNotServed() {
    try (var node = OneNode.start(journal, "")) {
      UserEntity.init(node.system(), Host.JOURNALED, node.links());
      var ann = Ann.on(node);
      ann.register();
      ann.follow(BOB);
    }
    try (var node = OneNode.start(journal, LOSES_FOLLOWS)) {
      UserEntity.init(node.system(), Host.JOURNALED, node.links());
      var ann = Ann.on(node);

      LoggingTestKit.error("User|-7 has 1 of 2 events")
          .expect(
              node.system(),
              () -> {
                ann.entity().tell(new UserEntity.Inspect(ann.replies().getRef()));
                return true;
              });
      ann.entity().tell(new UserEntity.Inspect(ann.replies().getRef()));
      ann.replies().expectNoMessage(Duration.ofMillis(100));
    }
  }

  private static final String LOSES_FOLLOWS =
      """
      akka.persistence.journal.leveldb {
        event-adapters.loses = "dev.roost.actors.entity.LosesFollows"
        event-adapter-bindings."dev.roost.actors.user.UserEvent" = loses
      }
      """;

  @Test
  void aFailureOfAVolatileUserEndsTheRun() {
    try (var node = OneNode.start(journal, "")) {
      UserEntity.init(node.system(), Host.VOLATILE, node.links());
      var ann = Ann.on(node);
      ann.register();
      var whole = Instant.MIN; // older than any key can be

      LoggingTestKit.error("the run ends")
          .expect(
              node.system(),
              () -> {
                ann.entity()
                    .tell(
                        new UserEntity.Engage(
                            new RequestId(1),
                            List.of(Engagement.of(new ItemId(1), EngagementKind.LIKE, 0)),
                            whole,
                            new IdempotencyKey(1, 1),
                            ann.replies().getRef()));
                return true;
              });
      node.system().getWhenTerminated().toCompletableFuture().orTimeout(20, SECONDS).join();
    }
  }
}
