package dev.roost.actors.user;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import dev.roost.actors.OneNode;
import dev.roost.actors.entity.Host;
import dev.roost.actors.fanout.BacklogSettings;
import dev.roost.actors.fanout.Backlogs;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BusyRootTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final UserId ANN = new UserId(7);
  private static final UserEntity.Reply ACCEPTED = new UserEntity.Accepted();

  @TempDir Path journal;

  /// Ann on a node whose root takes nothing in before it is let.
  private record Ann(
      OneNode node,
      EntityRef<UserEntity.Command> entity,
      TestProbe<UserEntity.Reply> replies,
      Semaphore let) {

    static Ann on(OneNode node, Host host) {
      var let = new Semaphore(0);
      var backlogs = Backlogs.of(new BacklogSettings(2, 2), 1);
      UserEntity.init(node.system(), host, node.links(root(node, backlogs, let), backlogs));
      var replies = node.kit().<UserEntity.Reply>createTestProbe();
      var ann = new Ann(node, UserEntity.of(node.sharding(), ANN), replies, let);
      assertThat(
              ann.ask(new UserEntity.Register("ann", Profile.unknown(), START, replies.getRef())))
          .isEqualTo(ACCEPTED);
      return ann;
    }

    private static ActorRef<FanoutRoot.Command> root(
        OneNode node, Backlogs backlogs, Semaphore let) {
      var root =
          Behaviors.<FanoutRoot.Command>receiveMessage(
              message -> {
                let.acquireUninterruptibly();
                node.root.getRef().tell(message);
                return Behaviors.same();
              });
      var counting =
          backlogs.posts().counting(FanoutRoot.Command.class, FanoutRoot.Publish.class, root);
      ActorRef<FanoutRoot.Command> busy = node.kit().spawn(counting);
      busy.tell(new FanoutRoot.Publicise(List.of())); // at this one it waits to be let
      return busy;
    }

    UserEntity.Reply ask(UserEntity.Command command) {
      entity.tell(command);
      return replies.receiveMessage(PATIENCE);
    }

    UserEntity.Reply publish(long id) {
      var post = new Post(new ItemId(id), ANN, START, "", "zz", MediaKind.TEXT, "x", null);
      return ask(new UserEntity.Publish(post, new IdempotencyKey(id, id), replies.getRef()));
    }

    int posts() {
      return ((UserEntity.Account) ask(new UserEntity.Inspect(replies.getRef()))).posts();
    }

    void delete(long id) {
      entity.tell(new UserEntity.Delete(new ItemId(id), START, replies.getRef()));
    }

    long nextPublished() {
      return node.root.receiveMessage(PATIENCE) instanceof FanoutRoot.Publish publish
          ? publish.post().id().value()
          : nextPublished();
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void aPostBeyondTheBoundIsRefusedAndNothingOfItIsStored(Host host) {
    try (var node = OneNode.start(journal, "")) {
      var ann = Ann.on(node, host);
      assertThat(ann.publish(1)).isEqualTo(ACCEPTED);
      assertThat(ann.publish(2)).isEqualTo(ACCEPTED);

      assertThat(ann.publish(3)).isEqualTo(new UserEntity.Busy());

      assertThat(ann.posts()).isEqualTo(2);
      ann.let().release(3);
      assertThat(ann.nextPublished()).isEqualTo(1);
      assertThat(ann.nextPublished()).isEqualTo(2);
      assertThat(ann.publish(3)).isEqualTo(ACCEPTED); // its key was not used up
      assertThat(ann.posts()).isEqualTo(3);
      ann.let().release();
      assertThat(ann.nextPublished()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void whatIsNoPostPassesAFullRoot(Host host) {
    try (var node = OneNode.start(journal, "")) {
      var ann = Ann.on(node, host);
      ann.publish(1);
      ann.publish(2);
      assertThat(ann.publish(3)).isEqualTo(new UserEntity.Busy());

      ann.delete(1);
      assertThat(
              ann.ask(
                  new UserEntity.Relate(
                      RelationChange.BLOCK, new UserId(8), START, ann.replies().getRef())))
          .isEqualTo(ACCEPTED);

      assertThat(ann.posts()).isEqualTo(1);
      ann.let().release(4);
      node.root.receiveSeveralMessages(3, PATIENCE);
      assertThat(node.root.receiveMessage(PATIENCE)).isInstanceOf(FanoutRoot.Withdraw.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void aReadBeyondTheBoundIsAnsweredAtOnce(Host host) {
    try (var node = OneNode.start(journal, "")) {
      var ann = Ann.on(node, host);
      ann.let().release(); // the root is not in question
      var feeds = node.kit().<FeedRequest.Reply>createTestProbe();
      var query = FeedQuery.feed(ANN, START, 10);

      for (int i = 0; i < 3; i++) {
        ann.entity().tell(new UserEntity.ReadFeed(query, feeds.getRef()));
      }

      assertThat(feeds.receiveMessage(PATIENCE)).isInstanceOf(FeedRequest.Unavailable.class);
      assertThat(ann.posts()).isZero(); // so all three were decided
      feeds.expectNoMessage(Duration.ZERO);
      assertThat(node.partition.receiveSeveralMessages(2, PATIENCE))
          .allMatch(FeedPartition.Read.class::isInstance);
    }
  }
}
