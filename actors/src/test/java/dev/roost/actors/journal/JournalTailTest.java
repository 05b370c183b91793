package dev.roost.actors.journal;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.testkit.typed.javadsl.TestProbe;
import dev.roost.actors.OneNode;
import dev.roost.actors.entity.Host;
import dev.roost.actors.item.ItemEntity;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTailTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final UserId ANN = new UserId(1);

  @TempDir Path journal;

  private static Post post(long id, Post.Original... original) {
    return new Post(
        new ItemId(id),
        ANN,
        START,
        "",
        "zz",
        MediaKind.TEXT,
        "hello",
        original.length == 0 ? null : original[0]);
  }

  private static PublicFact published(Post post, int number) {
    return new PublicFact.Published(post, number, Instant.EPOCH);
  }

  /// Returns the facts without the time of the journal.
  private static List<PublicFact> untimed(List<PublicFact> facts) {
    return facts.stream()
        .map(
            fact ->
                fact instanceof PublicFact.Published(var post, var number, _)
                    ? published(post, number)
                    : fact)
        .toList();
  }

  /// Starts the hosts of users on the node and registers the author of every post.
  private static TestProbe<UserEntity.Reply> registerAnn(OneNode node) {
    UserEntity.init(node.system(), Host.JOURNALED, node.links());
    var replies = node.kit().<UserEntity.Reply>createTestProbe();
    UserEntity.of(node.sharding(), ANN)
        .tell(new UserEntity.Register("ann", Profile.unknown(), START, replies.getRef()));
    replies.receiveMessage(PATIENCE);
    return replies;
  }

  private static void publish(OneNode node, Post post, TestProbe<UserEntity.Reply> replies) {
    UserEntity.of(node.sharding(), ANN)
        .tell(new UserEntity.Publish(post, IdempotencyKey.NONE, replies.getRef()));
    replies.expectMessage(PATIENCE, new UserEntity.Accepted());
  }

  private static TestProbe<PublicFact.Delivery> follow(OneNode node) {
    var settings =
        JournalSettings.from(node.system().settings().config().getConfig("roost.journal"));
    var consumer = node.kit().<PublicFact.Delivery>createTestProbe();
    node.kit().spawn(JournalTail.create(settings, consumer.getRef()));
    return consumer;
  }

  /// Takes facts until the tail has caught up.
  private static List<PublicFact> existing(TestProbe<PublicFact.Delivery> consumer) {
    var facts = new ArrayList<PublicFact>();
    while (consumer.receiveMessage(PATIENCE) instanceof PublicFact.Batch batch) {
      facts.addAll(untimed(batch.facts()));
      batch.replyTo().tell(Done.getInstance());
    }
    return facts;
  }

  /// Takes at least `count` facts, whether the tail catches up before, among or after them.
  private static List<PublicFact> next(TestProbe<PublicFact.Delivery> consumer, int count) {
    var facts = new ArrayList<PublicFact>();
    while (facts.size() < count) {
      if (consumer.receiveMessage(PATIENCE) instanceof PublicFact.Batch batch) {
        facts.addAll(untimed(batch.facts()));
        batch.replyTo().tell(Done.getInstance());
      }
    }
    return facts;
  }

  @Test
  void publicFactsComeInOrderAndThenThoseThatAreNew() {
    try (var node = OneNode.start(journal, "")) {
      ItemEntity.init(node.system(), Host.JOURNALED, node.root.getRef());
      var replies = registerAnn(node);
      var repost = post(3, new Post.Original(new ItemId(9), new UserId(2)));
      publish(node, post(2), replies);
      publish(node, repost, replies);
      UserEntity.of(node.sharding(), ANN)
          .tell(new UserEntity.Delete(new ItemId(2), START, replies.getRef()));
      node.root.receiveSeveralMessages(3, PATIENCE); // stored, then told
      ItemEntity.of(node.sharding(), new ItemId(3))
          .tell(
              new ItemEntity.Moderate(ItemStatus.REMOVED, "mod", "spam", START, replies.getRef()));
      node.root.receiveMessage(PATIENCE);

      var consumer = follow(node);
      assertThat(existing(consumer))
          .containsExactly(
              published(post(2), 1),
              published(repost, 2),
              new PublicFact.StatusChanged(new ItemId(2), ItemStatus.DELETED, START),
              new PublicFact.StatusChanged(new ItemId(3), ItemStatus.REMOVED, START));

      publish(node, post(4), replies);
      assertThat(consumer.receiveMessage(PATIENCE))
          .isInstanceOfSatisfying(
              PublicFact.Batch.class,
              batch -> assertThat(untimed(batch.facts())).containsExactly(published(post(4), 3)));
    }
  }

  @Test
  void aPublishedFactTellsWhenItWasStored() {
    try (var node = OneNode.start(journal, "")) {
      var replies = registerAnn(node);
      var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      publish(node, post(2), replies);
      var after = Instant.now();

      var batch = follow(node).expectMessageClass(PublicFact.Batch.class, PATIENCE);

      assertThat(batch.facts())
          .singleElement()
          .isInstanceOfSatisfying(
              PublicFact.Published.class,
              published -> assertThat(published.stored()).isBetween(before, after));
    }
  }

  @Test
  void aLateAnswerBringsNothingTwice() {
    try (var node = OneNode.start(journal, "")) {
      var replies = registerAnn(node);
      publish(node, post(2), replies);
      var consumer = follow(node);
      var late = consumer.expectMessageClass(PublicFact.Batch.class, PATIENCE);

      var meanwhile = new ArrayList<PublicFact>(); // long enough for the tail to reach what lasts
      for (int i = 0; i < 40; i++) {
        publish(node, post(3 + i), replies);
        meanwhile.add(published(post(3 + i), 2 + i));
      }
      late.replyTo().tell(Done.getInstance());

      assertThat(next(consumer, meanwhile.size())).isEqualTo(meanwhile);
    }
  }

  @Test
  void aBatchWithoutAnAnswerComesAgain() {
    var soon = "roost.journal { tail-timeout = 100ms, tail-restart = 10ms }";
    try (var node = OneNode.start(journal, soon)) {
      var replies = registerAnn(node);
      publish(node, post(2), replies);
      var consumer = follow(node);

      assertThat(consumer.receiveMessage(PATIENCE)).isInstanceOf(PublicFact.Batch.class);

      assertThat(existing(consumer)).contains(published(post(2), 1));
    }
  }
}
