package dev.roost.api.bench;

import dev.roost.actors.fanout.FanoutRoot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Roost from the root to inboxes: every user an active reader, every edge pushed.
final class RoostTree implements Contestant {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final int SEGMENTS = 4; // on their way at most

  private final FollowGraph graph;
  private final GraphUsers users;
  private final FanoutTree tree;
  private final int segment; // posts between two flushes
  private long posts;

  RoostTree(FollowGraph graph) {
    this.graph = graph;
    users = new GraphUsers(graph, START);
    tree =
        FanoutTree.start(
            Map.of(
                "roost.fanout.strategy",
                "all-push",
                "roost.fanout.inbox-rows",
                INBOX,
                "roost.node.partitions",
                2));
    segment = tree.mostPostsOnTheirWay() / SEGMENTS;
    for (int reader = 0; reader < graph.users(); reader++) {
      tree.read(users.view(reader), START);
    }
    tree.awaitReads();
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
    return new FanoutRoot.Publish(users.post(author, posts, at), acknowledged);
  }

  /// While some segments are on their way to inboxes, the next is handed over.
  private long deliver(PostRound round) {
    long deliveries = 0;
    var flushes = new ArrayDeque<CompletionStage<FanoutRoot.Flushed>>();
    for (int from = 0; from < round.posts(); from += segment) {
      for (int i = from; i < Math.min(round.posts(), from + segment); i++) {
        tree.publish(publication(round.author(i)));
      }
      flushes.add(tree.flush(START));
      if (flushes.size() == SEGMENTS) {
        deliveries += await(flushes.remove());
      }
    }
    return deliveries + flushes.stream().mapToLong(RoostTree::await).sum();
  }

  private static long await(CompletionStage<FanoutRoot.Flushed> flush) {
    return flush.toCompletableFuture().join().deliveries();
  }

  @Override
  public int readers() {
    return graph.users();
  }

  @Override
  public Map<String, Long> bytesByPart() {
    var footprint = tree.footprint();
    var parts = new LinkedHashMap<String, Long>();
    parts.put("inboxes", footprint.inboxes());
    parts.put("edges", footprint.edges());
    parts.put("followers", footprint.followers());
    parts.put("authors", footprint.authors());
    parts.put("readers", footprint.columns());
    return parts;
  }

  @Override
  public void close() {
    tree.close();
  }
}
