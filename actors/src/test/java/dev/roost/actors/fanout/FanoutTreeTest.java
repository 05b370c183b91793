package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static dev.roost.actors.fanout.History.START;
import static dev.roost.actors.fanout.History.post;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.roost.actors.Gen;
import dev.roost.actors.journal.PublicFact;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FanoutTreeTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final int USERS = 12;

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  private static final List<String> STRATEGIES =
      List.of("all-push", "all-pull", "threshold", "per-edge");

  private static String strategy(Gen gen) {
    return "strategy = " + STRATEGIES.get(gen.whole(0, STRATEGIES.size()));
  }

  @Test
  void readersFindWhatTheOracleFindsInAnyHistory() {
    forAll(
        gen -> {
          var settings =
              Tree.settings(
                  """
                  %s, inbox-rows = %d, read-limit = 15, slice-deliveries = %d, turn-nanos = 1
                  look-nanos = 20, fetch-nanos = 1, threshold-followers = 2, rate-window = 30m, idle-limit = 1h
                  """
                      .formatted(strategy(gen), gen.either() ? 16 : 64, gen.whole(1, 100)));
          var mode = gen.either() ? FanoutMode.SERVING : FanoutMode.RUN;
          try (var tree = new Tree(KIT, settings, mode, gen.whole(1, 4))) {
            new Run(gen, tree, mode, settings.readLimit()).run();
          }
        });
  }

  @ParameterizedTest
  @EnumSource(EdgeKind.class)
  void aPostIsSeenOnceOverEachEdge(EdgeKind kind) {
    var strategy = kind == EdgeKind.PUSH ? "all-push" : "all-pull";
    var settings = Tree.settings("slice-deliveries = 1, strategy = " + strategy);
    try (var tree = new Tree(KIT, settings, FanoutMode.SERVING, 2)) {
      var follows = Relations.none().after(RelationChange.FOLLOW, 50);
      for (long reader = 0; reader < 30; reader++) {
        tree.read(new UserId(reader), follows, START);
      }
      tree.root.tell(new FanoutRoot.Publish(post(1, 50), Tree.NOW.minusMillis(70)));
      tree.flush(START.plusSeconds(2), START);

      var seen = tree.freshness.counts(kind);
      assertThat(seen.edges()).isEqualTo(30);
      assertThat(seen.quantile(0.5).toMillis()).isBetween(69L, 71L);
      for (var other : EdgeKind.values()) {
        assertThat(tree.freshness.counts(other).edges()).isEqualTo(other == kind ? 30 : 0);
      }
    }
  }

  /// One random history, told to a tree and to the oracle alike.
  private static final class Run {

    private final Gen gen;
    private final Tree tree;
    private final FanoutMode mode;
    private final History history = new History();
    private final List<Post> unflushed = new ArrayList<>();
    private final List<PublicFact.StatusChanged> decisions = new ArrayList<>();
    private final int postsAPhase;
    private final int limit;
    private Instant now = START;

    Run(Gen gen, Tree tree, FanoutMode mode, int limit) {
      this.limit = limit;
      this.gen = gen;
      this.tree = tree;
      this.mode = mode;
      postsAPhase = gen.whole(2, gen.whole(3, 200));
    }

    void run() {
      for (int i = 0; i < 20; i++) {
        relate(RelationChange.FOLLOW);
      }
      for (int phase = gen.whole(1, 8); phase > 0; phase--) {
        publish();
        flush();
        for (int step = gen.whole(1, 40); step > 0; step--) {
          step();
        }
      }
    }

    private void step() {
      switch (gen.whole(0, 12)) {
        case 0 -> relate(RelationChange.values()[gen.whole(0, RelationChange.values().length)]);
        case 1 -> relate(RelationChange.FOLLOW);
        case 2 -> history.blockedBy(user(), user(), gen.either());
        case 3 -> tree.partition(user()).tell(new FeedPartition.Drop(user()));
        case 4 -> withdraw();
        case 5 -> {
          if (gen.whole(0, 5) == 0) {
            tree.crash(user());
          }
        }
        default -> read(user());
      }
    }

    private UserId user() {
      return new UserId(gen.whole(0, USERS));
    }

    private void relate(RelationChange change) {
      var reader = user();
      var other = user();
      history.relate(reader, change, other);
      if (gen.whole(0, 4) > 0) { // a read is right even if a change was not told
        long version = history.relations(reader).version();
        tree.partition(reader).tell(new FeedPartition.Relate(reader, change, other, version));
      }
    }

    private void withdraw() {
      if (history.posts.isEmpty()) {
        return;
      }
      var item = history.posts.get(gen.whole(0, history.posts.size())).id();
      var status = ItemStatus.values()[gen.whole(0, 3)];
      decide(item, status);
      if (mode.isServing()) {
        tree.tail(List.of(decisions.get(gen.whole(0, decisions.size())))); // maybe an older one
      }
    }

    private void decide(ItemId item, ItemStatus status) {
      var decision = new PublicFact.StatusChanged(item, status, START.plusMillis(decisions.size()));
      decisions.add(decision);
      history.decide(item, status);
      tree.withdraw(item, status, decision.at());
    }

    private void publish() {
      for (int i = gen.whole(0, postsAPhase); i > 0; i--) {
        int lateness = gen.whole(0, 20) == 0 ? 5_000 : 100;
        var post = history.draw(gen, USERS, now.plusSeconds(gen.whole(-lateness, 100)));
        unflushed.add(post);
        if (gen.whole(0, 50) == 0) {
          decide(post.id(), ItemStatus.DELETED); // withdrawn before it arrives
        }
        tell(post);
        if (gen.whole(0, 10) == 0) {
          readWhilePostsAreOnTheirWay();
        }
        if (gen.whole(0, 60) == 0) {
          tree.crash(user()); // in the midst of delivery
        }
      }
    }

    /// What a flush made visible is there, as far down as the read goes; of the rest some may be,
    /// but nothing that is withdrawn or by someone whom the reader does not want.
    private void readWhilePostsAreOnTheirWay() {
      var reader = user();
      var found = tree.items(tree.read(reader, history.relations(reader), now));
      var flushed = history.expected(reader, limit);
      history.posts.addAll(unflushed);
      var all = new ArrayList<>(history.expected(reader, Integer.MAX_VALUE));
      history.posts.removeAll(unflushed);

      all.retainAll(Set.copyOf(found));
      assertThat(found).isEqualTo(all).hasSizeLessThanOrEqualTo(limit);
      var known = new ArrayList<>(found);
      known.retainAll(flushed);
      int most = found.size() < limit ? flushed.size() : known.size();
      assertThat(known).isEqualTo(flushed.subList(0, most));
    }

    private void tell(Post post) {
      boolean lost = mode.isServing() && gen.whole(0, 4) == 0;
      boolean tailed = mode.isServing() && gen.either();
      if (!lost) {
        tree.root.tell(new FanoutRoot.Publish(post, post.at()));
      }
      if (lost || tailed) {
        tree.tail(List.of(new PublicFact.Published(post, 1, post.at())));
      }
    }

    private void flush() {
      now = now.plusSeconds(gen.whole(100, 2_000));
      var horizon = now.minus(Duration.ofSeconds(gen.whole(0, 10) == 0 ? 1_000 : 100_000));
      tree.flush(now, horizon);
      history.retire(horizon);
      history.posts.addAll(unflushed);
      unflushed.clear();
    }

    private void read(UserId reader) {
      var found = tree.read(reader, history.relations(reader), now);

      assertThat(tree.items(found)).isEqualTo(history.expected(reader, limit));
    }
  }
}
