package dev.roost.actors.node;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorRef;
import akka.actor.PoisonPill;
import akka.actor.typed.javadsl.Adapter;
import com.typesafe.config.ConfigFactory;
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
import dev.roost.model.feed.Stretch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A serving node on a real journal, while others post all the time.
final class ReadYourWritesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UserId READER = new UserId(1_000);
  private static final int AUTHORS = 6;
  private static final int PAGE = 400;
  private static final int POSTS_A_STEP = 200; // of others, so that a page holds what is looked for
  private static final int LIVES = 3;
  private static final int POSTS_AT_ONCE = 60;

  @TempDir Path journal;

  private final AtomicLong posts = new AtomicLong();
  private final Semaphore allowed = new Semaphore(0); // posts of others in a step
  private final ConcurrentHashMap<ItemId, UserId> acknowledged = new ConcurrentHashMap<>();

  private RoostNode start() {
    var config =
        NodeConfig.over(
            ConfigFactory.parseString(
                """
                akka.cluster.jmx.enabled = off
                akka.coordinated-shutdown.run-by-jvm-shutdown-hook = off
                roost.journal.dir = "%s"
                roost.node.items = 16384
                roost.node.ask-timeout = 20s
                roost.fanout.slice-deliveries = 1
                roost.fanout.turn-nanos = 1
                akka.persistence.journal.leveldb.replay-dispatcher = calling-thread
                calling-thread.executor = "dev.roost.actors.node.CallingThread"
                """
                    .formatted(journal)));
    var settings =
        new NodeSettings(
            config,
            Host.JOURNALED,
            true,
            InstantSource.fixed(START),
            1,
            Duration.ofDays(7),
            Optional.empty());
    return RoostNode.start(settings);
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void accepted(CompletionStage<UserEntity.Reply> stage) {
    assertThat(await(stage)).isEqualTo(new UserEntity.Accepted());
  }

  private static void register(RoostNode node) {
    for (long user = 0; user <= AUTHORS; user++) {
      var id = user == AUTHORS ? READER : new UserId(user);
      accepted(node.service().register(id, "name" + id, Profile.unknown(), START));
    }
  }

  private CompletionStage<UserEntity.Reply> publish(RoostNode node, UserId author) {
    long number = posts.incrementAndGet();
    var at = START.plusMillis(number);
    var post =
        new Post(new ItemId(number), author, at, "", "en", MediaKind.TEXT, "" + number, null);
    return node.service()
        .publish(post, IdempotencyKey.NONE)
        .whenComplete(
            (reply, _) -> {
              if (reply instanceof UserEntity.Accepted) {
                acknowledged.put(post.id(), author);
              }
            });
  }

  private static List<FeedItem> read(RoostNode node) {
    var query = FeedQuery.following(READER, START.plusSeconds(60), PAGE, Stretch.ALL);
    return ((FeedRequest.Served) await(node.service().feed(query))).page().items();
  }

  /// What the reader decided is in the next read, whatever is being delivered meanwhile.
  @Test
  void whatIsAcknowledgedBeforeAReadIsInIt() throws Exception {
    try (var node = start()) {
      register(node);
      var going = new AtomicBoolean(true);
      var others = new FutureTask<>(() -> publishWhile(going, node));
      Thread.ofVirtual().start(others);
      try {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 60; i++) {
          allowed.drainPermits();
          allowed.release(POSTS_A_STEP);
          decideAndRead(node, random);
        }
      } finally {
        going.set(false);
        allowed.release();
      }
      assertThat(others.get(30, TimeUnit.SECONDS)).isPositive();
    }
  }

  /// Returns how many posts were published, all of which were accepted.
  private int publishWhile(AtomicBoolean going, RoostNode node) throws InterruptedException {
    int published = 0;
    while (going.get()) {
      allowed.acquire();
      accepted(publish(node, new UserId(posts.get() % AUTHORS)));
      published++;
    }
    return published;
  }

  private void decideAndRead(RoostNode node, SplittableRandom random) {
    var author = new UserId(random.nextInt(AUTHORS));
    switch (random.nextInt(4)) {
      case 0 -> hides(node, RelationChange.BLOCK, author);
      case 1 -> hides(node, RelationChange.MUTE, author);
      case 2 -> hides(node, RelationChange.UNFOLLOW, author);
      default -> follow(node, author);
    }
    var own = read(node);
    if (!own.isEmpty()) {
      var item = own.get(random.nextInt(own.size()));
      accepted(node.service().delete(item.author(), item.item(), START));
      acknowledged.remove(item.item());
      assertThat(read(node)).extracting(FeedItem::item).doesNotContain(item.item());
    }
  }

  /// Follows an author, and again when all is delivered: then the very next read holds it all.
  private void follow(RoostNode node, UserId author) {
    for (var change : List.of(RelationChange.UNBLOCK, RelationChange.UNMUTE)) {
      accepted(node.service().relate(READER, change, author, START));
    }
    accepted(node.service().relate(READER, RelationChange.FOLLOW, author, START));
    accepted(publish(node, author));
    var newest = newestOf(author);
    eventually(() -> items(read(node), author).containsAll(newest));
    hides(node, RelationChange.UNFOLLOW, author);
    accepted(node.service().relate(READER, RelationChange.FOLLOW, author, START));
    assertThat(items(read(node), author)).containsAll(newest);
  }

  private static void hides(RoostNode node, RelationChange change, UserId author) {
    accepted(node.service().relate(READER, change, author, START));
    assertThat(items(read(node), author)).isEmpty();
  }

  private List<ItemId> newestOf(UserId author) {
    return acknowledged.entrySet().stream()
        .filter(each -> each.getValue().equals(author))
        .map(Map.Entry::getKey)
        .sorted(Comparator.reverseOrder())
        .limit(20)
        .toList();
  }

  private static List<ItemId> items(List<FeedItem> feed, UserId author) {
    return feed.stream().filter(each -> each.author().equals(author)).map(FeedItem::item).toList();
  }

  private static void eventually(BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("a deadline").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /// The branch dies while posts are being delivered, and the whole node with it: what it had not
  /// delivered comes from the journal.
  @Test
  void aNodeThatDiedInTheMidstOfDeliveryFindsEverythingAgain() {
    for (int life = 0; life < LIVES; life++) {
      var node = start();
      if (life == 0) {
        register(node);
        for (long author = 0; author < AUTHORS - 1; author++) {
          var other = new UserId(author);
          accepted(node.service().relate(READER, RelationChange.FOLLOW, other, START));
        }
      }
      findsEverything(node); // from then on the reader is active
      publishUntilItDies(node);
    }
    try (var node = start()) {
      findsEverything(node);
    }
  }

  /// Everything acknowledged is found, newest first, and of what was not answered maybe some.
  private void findsEverything(RoostNode node) {
    var expected = new ArrayList<ItemId>();
    acknowledged.forEach(
        (item, author) -> {
          if (author.value() < AUTHORS - 1) {
            expected.add(item);
          }
        });

    assertThat(read(node).stream().map(FeedItem::item))
        .containsAll(expected)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder())
        .allMatch(item -> item.value() <= posts.get());
  }

  /// Posts are on their way, answered and not, before and behind what kills the branch.
  private void publishUntilItDies(RoostNode node) {
    int before = acknowledged.size();
    publishAtOnce(node);
    eventually(() -> acknowledged.size() > before + POSTS_AT_ONCE / 2);
    Adapter.toClassic(node.system())
        .actorSelection("/user/fanout-branch")
        .tell(PoisonPill.getInstance(), ActorRef.noSender());
    publishAtOnce(node);
    await(node.system().getWhenTerminated()); // or the time is up
  }

  private void publishAtOnce(RoostNode node) {
    for (int i = 0; i < POSTS_AT_ONCE; i++) {
      publish(node, new UserId(i % AUTHORS));
    }
  }
}
