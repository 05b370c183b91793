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

  @Override
  public Delivery prepare(PostRound round) {
    var messages = new FanoutRoot.Publish[round.posts()];
    for (int i = 0; i < messages.length; i++) {
      messages[i] = publication(round.author(i));
    }
    return new Delivery(round.deliveries(), () -> deliver(messages));
  }

  private FanoutRoot.Publish publication(int author) {
    posts++;
    var at = START.plusMillis(posts);
    return new FanoutRoot.Publish(post(author, at), at);
  }

  private Post post(int author, Instant at) {
    return new Post(
        new ItemId(Chance.mix(posts)), user(author), at, "", "en", MediaKind.TEXT, TEXT, null);
  }

  /// While one segment is on its way to inboxes, the next is handed over.
  private long deliver(FanoutRoot.Publish[] messages) {
    long deliveries = 0;
    CompletionStage<FanoutRoot.Flushed> before = tree.flush(START);
    for (int from = 0; from < messages.length; from += segment) {
      for (int i = from; i < Math.min(messages.length, from + segment); i++) {
        tree.publish(messages[i]);
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
