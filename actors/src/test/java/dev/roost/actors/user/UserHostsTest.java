package dev.roost.actors.user;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestProbe;
import dev.roost.actors.OneNode;
import dev.roost.actors.entity.Host;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UserHostsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final UserId ANN = new UserId(-7);
  private static final UserId BOB = new UserId(8);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Host.class)
  void answersUnderSharding(Host host) {
    try (var node = OneNode.start(folder, "")) {
      UserEntity.init(node.system(), host, node.links());
      TestProbe<UserEntity.Reply> replies = node.kit().createTestProbe();
      var ann = UserEntity.of(node.sharding(), ANN);

      ann.tell(new UserEntity.Relate(RelationChange.FOLLOW, BOB, START, replies.getRef()));
      assertThat(replies.receiveMessage(PATIENCE)).isEqualTo(new UserEntity.NotRegistered());

      ann.tell(new UserEntity.Register("ann", Profile.unknown(), START, replies.getRef()));
      assertThat(replies.receiveMessage(PATIENCE)).isEqualTo(new UserEntity.Accepted());

      ann.tell(new UserEntity.Relate(RelationChange.FOLLOW, BOB, START, replies.getRef()));
      assertThat(replies.receiveMessage(PATIENCE)).isEqualTo(new UserEntity.Accepted());
      assertThat(
              node.partition.fishForMessage(
                  PATIENCE,
                  message ->
                      message instanceof FeedPartition.Drop
                          ? akka.actor.testkit.typed.javadsl.FishingOutcomes.continueAndIgnore()
                          : akka.actor.testkit.typed.javadsl.FishingOutcomes.complete()))
          .containsExactly(new FeedPartition.Relate(ANN, RelationChange.FOLLOW, BOB, 1));
    }
  }
}
