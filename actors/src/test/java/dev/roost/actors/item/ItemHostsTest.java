package dev.roost.actors.item;

import static java.util.Collections.nCopies;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.ClusterShardingSettings;
import akka.cluster.sharding.typed.javadsl.Entity;
import dev.roost.actors.EntityEnd;
import dev.roost.actors.OneNode;
import dev.roost.actors.entity.Host;
import dev.roost.actors.entity.Links;
import dev.roost.actors.fanout.Backlogs;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.journal.JournalSettings;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.actors.user.UserEntity;
import dev.roost.actors.user.UserLinks;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ItemHostsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ItemId ITEM = new ItemId(-4);
  private static final ItemId OTHER = new ItemId(6);
  private static final UserId ANN = new UserId(1);

  @TempDir Path journal;

  private static ItemCounts likes(int likes) {
    return ItemCounts.of(0, 0, 0, likes, 0, 0, 0, 0);
  }

  private static ItemSettings settings(OneNode node) {
    return ItemSettings.from(node.system().settings().config().getConfig("roost.item"));
  }

  /// As an item's own links, and tells when it stops for good.
  private record Watched(ActorRef<FanoutRoot.Command> root, ActorRef<String> lives)
      implements Links<ItemEntity.Command, ItemEffect> {

    @Override
    public void perform(ItemEffect effect) {
      ItemEntity.perform(effect, root);
    }

    @Override
    public void forget() {
      lives.tell("forget");
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void anIdleItemStoresItsTotalsIsPassivatedAndRevived(Host host) {
    var soon =
        """
        akka.cluster.sharding.passivation.default-idle-strategy.idle-entity.timeout = 600ms
        roost.item.checkpoint-idle = 100ms
        """;
    try (var node = OneNode.start(journal, soon)) {
      var lives = node.kit().<String>createTestProbe();
      var links = new Watched(node.root.getRef(), lives.getRef());
      var decider = new ItemDecider(ITEM, settings(node));
      node.sharding()
          .init(
              Entity.of(
                      ItemEntity.TYPE_KEY,
                      e -> host.behavior(ItemEntity.TYPE_KEY, e.getEntityId(), decider, links))
                  .withSettings(ClusterShardingSettings.create(node.system())));
      var replies = node.kit().<ItemEntity.Reply>createTestProbe();
      var item = ItemEntity.of(node.sharding(), ITEM);
      item.tell(new ItemEntity.Add(ItemCounts.zero(), likes(2), replies.getRef()));
      replies.expectMessage(PATIENCE, new ItemEntity.Counted(ITEM, likes(2)));

      if (host == Host.JOURNALED) {
        EntityEnd.await(node.system(), ItemEntity.TYPE_KEY, ITEM.value());
      } else {
        lives.receiveMessage(PATIENCE);
      }

      item.tell(new ItemEntity.Inspect(replies.getRef()));
      int kept = host == Host.JOURNALED ? 2 : 0;
      replies.expectMessage(PATIENCE, new ItemEntity.Known(ItemStatus.LIVE, "", "", likes(kept)));
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void aModerationIsKnownAndHandedToTheRoot(Host host) {
    try (var node = OneNode.start(journal, "")) {
      ItemEntity.init(node.system(), host, node.root.getRef());
      var moderator = node.kit().<UserEntity.Reply>createTestProbe();
      var replies = node.kit().<ItemEntity.Reply>createTestProbe();
      var item = ItemEntity.of(node.sharding(), ITEM);

      item.tell(
          new ItemEntity.Moderate(ItemStatus.REMOVED, "mod", "spam", START, moderator.getRef()));
      node.root.expectMessage(
          PATIENCE, new FanoutRoot.Withdraw(ITEM, ItemStatus.REMOVED, START, moderator.getRef()));
      item.tell(new ItemEntity.Inspect(replies.getRef()));

      replies.expectMessage(
          PATIENCE, new ItemEntity.Known(ItemStatus.REMOVED, "mod", "spam", likes(0)));
    }
  }

  @Test
  void totalsAfterACrashEqualTheFacts() {
    try (var node = OneNode.start(journal, "")) {
      // What users accept never reaches the items: their tally is a probe.
      UserEntity.init(node.system(), Host.JOURNALED, node.links());
      var replies = node.kit().<UserEntity.Reply>createTestProbe();
      var ann = UserEntity.of(node.sharding(), ANN);
      ann.tell(new UserEntity.Register("ann", Profile.unknown(), START, replies.getRef()));
      ann.tell(engage(3, ITEM, replies.getRef()));
      ann.tell(engage(1, OTHER, replies.getRef()));
      replies.receiveSeveralMessages(3, PATIENCE);
    }
    try (var node = OneNode.start(journal, "")) {
      ItemEntity.init(node.system(), Host.JOURNALED, node.root.getRef());
      var tally =
          node.kit()
              .spawn(
                  EngagementTally.periodic(
                      item -> ItemEntity.of(node.sharding(), item),
                      node.root.getRef(),
                      settings(node)));
      var links =
          new UserLinks(
              node.root.getRef(),
              List.of(node.partition.getRef()),
              Backlogs.unbounded(1),
              Post::at,
              tally,
              node.crowd.getRef(),
              node.outcomes.getRef());
      UserEntity.init(node.system(), Host.JOURNALED, links);

      var recount =
          EngagementRecount.run(
              node.system(),
              JournalSettings.from(node.system().settings().config().getConfig("roost.journal")));
      tally.tell(
          new EngagementTally.Restore(recount.toCompletableFuture().orTimeout(20, SECONDS).join()));
      assertThat(node.root.receiveMessage(PATIENCE))
          .isEqualTo(
              new FanoutRoot.Publicise(
                  List.of(
                      new FanoutRoot.Totals(OTHER, likes(1)),
                      new FanoutRoot.Totals(ITEM, likes(3)))));

      var replies = node.kit().<UserEntity.Reply>createTestProbe();
      UserEntity.of(node.sharding(), ANN).tell(engage(1, ITEM, replies.getRef()));
      assertThat(node.root.receiveMessage(PATIENCE)) // flushed by its own timer
          .isEqualTo(new FanoutRoot.Publicise(List.of(new FanoutRoot.Totals(ITEM, likes(4)))));
    }
  }

  private static UserEntity.Engage engage(
      int likes, ItemId item, ActorRef<UserEntity.Reply> replyTo) {
    var like = Engagement.of(item, EngagementKind.LIKE, 0);
    return new UserEntity.Engage(
        new RequestId(1), nCopies(likes, like), START, IdempotencyKey.NONE, replyTo);
  }
}
