package dev.roost.api.bench;

import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Roost from the root to inboxes: every user an active reader, every edge pushed.
final class RoostTree implements Contestant {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String TEXT = "a post of a generated graph";

  private final FollowGraph graph;
  private final FanoutTree tree;
  private final int segment; // posts between two flushes
  private long posts;

  RoostTree(FollowGraph graph) {
    this.graph = graph;
    tree =
        FanoutTree.start(
            Map.of(
                "roost.fanout.strategy",
                "all-push",
                "roost.fanout.inbox-rows",
                INBOX,
                "roost.node.partitions",
                2));
    segment = tree.mostPostsOnTheirWay() / 2;
    for (int reader = 0; reader < graph.users(); reader++) {
      tree.read(view(reader), START);
    }
    tree.awaitReads();
  }

  private ReaderView view(int reader) {
    var relations = Relations.none();
    for (int i = 0; i < graph.followCount(reader); i++) {
      relations = relations.after(RelationChange.FOLLOW, user(graph.follow(reader, i)).value());
    }
    return new ReaderView(user(reader), Profile.unknown(), START, relations, ReaderHistory.empty());
  }

  /// Returns a user as the outside knows them: identifiers of real users are scattered.
  private static UserId user(int index) {
    return new UserId(Chance.mix(index + 1L));
  }

  /// Posts are made as they are handed over: in a service, too, they come right from the hands of
  /// their author's entity.
  @Override
  public Delivery prepare(PostRound round) {
    return new Delivery(round.deliveries(), () -> deliver(round));
  }

  private FanoutRoot.Publish publication(int author) {
    posts++;
    var at = START.plusMillis(posts);
    var acknowledged = START.plusNanos(1_000 * posts); // a million a second
    return new FanoutRoot.Publish(post(author, at), acknowledged);
  }

  private Post post(int author, Instant at) {
    return new Post(
        new ItemId(Chance.mix(posts)), user(author), at, "", "en", MediaKind.TEXT, TEXT, null);
  }

  /// While one segment is on its way to inboxes, the next is handed over.
  private long deliver(PostRound round) {
    long deliveries = 0;
    CompletionStage<FanoutRoot.Flushed> before = tree.flush(START);
    for (int from = 0; from < round.posts(); from += segment) {
      for (int i = from; i < Math.min(round.posts(), from + segment); i++) {
        tree.publish(publication(round.author(i)));
      }
      deliveries += await(before);
      before = tree.flush(START);
    }
    return deliveries + await(before);
  }

  private static long await(CompletionStage<FanoutRoot.Flushed> flush) {
    return flush.toCompletableFuture().join().deliveries();
  }

  @Override
  public int readers() {
    return graph.users();
  }

  @Override
  public void close() {
    tree.close();
  }
}
