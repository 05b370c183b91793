package dev.roost.simulator.replay;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.port.PortFactory.PortSettings;
import dev.roost.simulator.port.PortFactory.Recording;
import dev.roost.simulator.port.TickSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A recommender in a few maps, which ranks by the number of engagements up to the last barrier and
/// checks that it is used by the rules of [FeedPort].
final class MemoryPort implements FeedPort {

  private final PortSettings settings;
  private final Map<UserId, Profile> accounts = new HashMap<>();
  private final Map<ItemId, Post> published = new HashMap<>();
  private final Map<ItemId, Integer> told = new HashMap<>();
  private final Map<RequestId, UserId> requests = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Set<String> follows = new HashSet<>();
  private List<FeedItem> ordered = List.of();
  private Map<ItemId, Integer> counts = Map.of();
  private Instant barrierAt;
  private boolean closed;

  MemoryPort(PortSettings settings) {
    this.settings = settings;
    barrierAt = settings.start();
  }

  List<String> calls() {
    return calls;
  }

  Set<String> follows() {
    return follows;
  }

  @Nullable Post post(ItemId item) {
    return published.get(item);
  }

  boolean isClosed() {
    return closed;
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.runAsync(() -> {}, Runnable::run);
  }

  @Override
  public CompletionStage<Void> register(UserId user, Profile profile, Instant at) {
    assertThat(accounts.putIfAbsent(user, profile)).isNull();
    calls.add("register");
    return done();
  }

  @Override
  public CompletionStage<Void> relate(
      UserId user, RelationChange change, UserId other, Instant at) {
    assertThat(accounts).containsKeys(user, other);
    follows.add(user + " " + other);
    return done();
  }

  @Override
  public CompletionStage<Void> publish(Post post) {
    assertThat(accounts).containsKey(post.author());
    assertThat(published.putIfAbsent(post.id(), post)).isNull();
    calls.add("publish");
    return done();
  }

  @Override
  public CompletionStage<Void> delete(UserId author, ItemId item, Instant at) {
    throw new AssertionError("a log deletes nothing");
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    assertThat(accounts).containsKey(query.reader());
    assertThat(query.scope()).isEqualTo(FeedQuery.Scope.ALL_LIVE);
    var request = new RequestId(requests.size() + 1);
    requests.put(request, query.reader());
    calls.add("feed");
    var items = ordered;
    return CompletableFuture.completedStage(
        new FeedPage(request, Quality.FULL, "counts", items.size(), items));
  }

  private int count(Post post) {
    return counts.getOrDefault(post.id(), 0);
  }

  private FeedItem feedItem(Post post) {
    int count = count(post);
    double probability = (count + 1.0) / (count + 2.0); // odds of count + 1
    return new FeedItem(
        post.id(),
        post.author(),
        post.at(),
        Source.ALL_LIVE,
        probability,
        probability,
        0,
        false,
        1);
  }

  @Override
  public CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
    assertThat(accounts).containsKey(reader);
    if (request.value() != 0) {
      assertThat(requests.remove(request)).isEqualTo(reader);
    }
    for (var engagement : engagements) {
      assertThat(published).containsKey(engagement.item());
      assertThat(engagement.position() >= 0).isEqualTo(request.value() != 0);
      if (engagement.kind().isPositive()) {
        told.merge(engagement.item(), 1, Integer::sum);
      }
    }
    calls.add("engage");
    return done();
  }

  @Override
  public CompletionStage<Void> impair(List<PipelineFault> faults) {
    throw new AssertionError("a replay breaks nothing: " + faults);
  }

  @Override
  public Monitors monitors() {
    return new Monitors(Set.of(), Duration.ZERO);
  }

  @Override
  public CompletionStage<TickSummary> barrier(Instant at) {
    assertThat(at).isAfterOrEqualTo(barrierAt);
    barrierAt = at;
    counts = Map.copyOf(told);
    var recording = settings.recording();
    Duration horizon = recording == null ? Duration.ofDays(28) : recording.horizon();
    Instant oldest = at.minus(horizon);
    ordered =
        published.values().stream()
            .filter(post -> !post.at().isBefore(oldest))
            .sorted(
                comparing(this::count, Comparator.reverseOrder())
                    .thenComparing(Post::id, Comparator.naturalOrder()))
            .map(this::feedItem)
            .toList();
    calls.add("barrier");
    return CompletableFuture.completedStage(new TickSummary(0, List.of(), List.of()));
  }

  @Override
  public void close() {
    closed = true;
  }

  /// Returns how it was told to replay.
  @Nullable Recording recording() {
    return settings.recording();
  }
}
