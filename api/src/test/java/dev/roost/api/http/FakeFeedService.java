package dev.roost.api.http;

import dev.roost.actors.fanout.Freshness;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.node.FeedService;
import dev.roost.actors.registry.ModelRegistry;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Explanation;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.Stage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A node in memory: feeds hold the posts of everyone but those blocked and muted, newest first;
/// timelines those of the followed alone.
final class FakeFeedService implements FeedService {

  private record Account(String name, Profile profile, Instant since) {}

  private final Map<UserId, Account> accounts = new HashMap<>();
  private final FakeRelations relations = new FakeRelations();
  private final FakePosts posts = new FakePosts();
  private final Map<UserId, Map<IdempotencyKey, Object>> keys = new HashMap<>();
  private final Map<UserId, Integer> engagements = new HashMap<>();
  private final Freshness freshness = Freshness.by(InstantSource.fixed(Instant.EPOCH));
  private final AtomicReference<ModelBook> models = new AtomicReference<>(FakeModels.book());
  private String complaint = "";
  private long requests;

  private Quality quality = Quality.FULL;
  private @Nullable String notReady;
  private @Nullable Supplier<CompletableFuture<?>> instead;

  /// Serves feeds of that quality from now on.
  synchronized void serve(Quality next) {
    quality = next;
  }

  /// Is not ready for that reason, or ready again for null.
  synchronized void beNotReady(@Nullable String reason) {
    notReady = reason;
  }

  /// Answers every question with that, or truly again for null.
  synchronized void answer(@Nullable Supplier<CompletableFuture<?>> answer) {
    instead = answer;
  }

  /// Gives an account another name, as a collision of hashes would.
  synchronized void rename(UserId user, String name) {
    accounts.put(user, new Account(name, Profile.unknown(), Instant.EPOCH));
  }

  @Override
  public CompletionStage<UserEntity.Reply> register(
      UserId user, String externalId, Profile profile, Instant at) {
    return reply(
        () -> {
          var account = accounts.computeIfAbsent(user, _ -> new Account(externalId, profile, at));
          return account.name().equals(externalId)
              ? new UserEntity.Accepted()
              : new UserEntity.IdTaken(account.name());
        });
  }

  @Override
  public CompletionStage<UserEntity.Reply> relate(
      UserId user, RelationChange change, UserId other, Instant at) {
    return reply(
        () -> {
          if (!accounts.containsKey(user)) {
            return new UserEntity.NotRegistered();
          }
          if (user.equals(other)) {
            return new UserEntity.Refused("nobody can follow, block or mute themselves: " + user);
          }
          relations.change(user, change, other);
          return new UserEntity.Accepted();
        });
  }

  @Override
  public CompletionStage<UserEntity.Reply> publish(Post post, IdempotencyKey key) {
    return reply(
        () -> {
          if (!accounts.containsKey(post.author())) {
            return new UserEntity.NotRegistered();
          }
          if (isReused(post.author(), key, post.text())) {
            return new UserEntity.KeyReused();
          }
          posts.add(post);
          return new UserEntity.Accepted();
        });
  }

  private boolean isReused(UserId user, IdempotencyKey key, Object content) {
    return key.isPresent()
        && !content.equals(
            keys.computeIfAbsent(user, _ -> new HashMap<>()).computeIfAbsent(key, _ -> content));
  }

  @Override
  public CompletionStage<UserEntity.Reply> delete(UserId author, ItemId item, Instant at) {
    return reply(
        () -> {
          if (!accounts.containsKey(author)) {
            return new UserEntity.NotRegistered();
          }
          return posts.delete(author, item)
              ? new UserEntity.Accepted()
              : new UserEntity.NoSuchPost(item);
        });
  }

  @Override
  public CompletionStage<UserEntity.Reply> engage(
      UserId reader, RequestId request, List<Engagement> batch, Instant at, IdempotencyKey key) {
    return reply(
        () -> {
          if (!accounts.containsKey(reader)) {
            return new UserEntity.NotRegistered();
          }
          boolean again = key.isPresent() && keys.getOrDefault(reader, Map.of()).containsKey(key);
          if (isReused(reader, key, batch)) {
            return new UserEntity.KeyReused();
          }
          if (!again) {
            engagements.merge(reader, batch.size(), Integer::sum);
            batch.forEach(posts::count);
          }
          return new UserEntity.Accepted();
        });
  }

  @Override
  public CompletionStage<UserEntity.Reply> inspect(UserId user) {
    return reply(
        () -> {
          var account = accounts.get(user);
          return account == null
              ? new UserEntity.NotRegistered()
              : new UserEntity.Account(
                  account.name(),
                  account.profile(),
                  account.since(),
                  relations.followedBy(user).size(),
                  posts.by(user),
                  engagements.getOrDefault(user, 0));
        });
  }

  @Override
  public CompletionStage<FeedRequest.Reply> feed(FeedQuery query) {
    return reply(
        () -> {
          if (!accounts.containsKey(query.reader())) {
            return new FeedRequest.UnknownReader();
          }
          return new FeedRequest.Served(
              query.scope() == FeedQuery.Scope.FOLLOWING ? timeline(query) : ranked(query));
        });
  }

  private FeedPage ranked(FeedQuery query) {
    var shown = posts.newestFirst(relations.hiddenFrom(query.reader()));
    return new FeedPage(
        new RequestId(++requests),
        quality,
        quality == Quality.FULL ? "v1" : "",
        shown.size(),
        shown.stream().limit(query.limit()).map(post -> item(query, post)).toList());
  }

  /// Returns what a node does at its worst: deleted posts are found, and left out only then.
  private FeedPage timeline(FeedQuery query) {
    var followed = relations.followedBy(query.reader());
    var found =
        posts.by(followed).stream()
            .map(post -> item(query, post))
            .filter(item -> query.stretch().holds(item.place()))
            .sorted(Comparator.comparing(FeedItem::place).reversed())
            .limit(query.limit())
            .toList();
    return new FeedPage(
        new RequestId(++requests),
        Quality.CHRONOLOGICAL,
        "",
        found.size(),
        found.stream().filter(item -> posts.find(item.item()).isPresent()).toList(),
        found.size() < query.limit() ? null : found.getLast().place());
  }

  private static final Explanation EXPLANATION =
      new Explanation(
          List.of(
              new Explanation.Head(
                  "click",
                  0.25,
                  1,
                  "log-odds",
                  -1.3,
                  List.of(new Explanation.Contribution("item-age", 3, 0.2)))),
          new Explanation.Moves(0, 1, 0.9, 0.92, 1, false));

  private FeedItem item(FeedQuery query, Post post) {
    boolean followed = relations.followedBy(query.reader()).contains(post.author());
    return new FeedItem(
        post.id(),
        post.author(),
        post.at(),
        followed ? Source.FOLLOWED_PUSH : Source.FRESH,
        quality == Quality.FULL ? 0.25 : Double.NaN,
        quality == Quality.FULL ? 0.5 : Double.NaN,
        0,
        false,
        1,
        query.explain() ? EXPLANATION : null);
  }

  @Override
  public synchronized Optional<Post> post(ItemId item) {
    return posts.find(item);
  }

  @Override
  public synchronized Optional<ItemCounts> counts(ItemId item) {
    return posts.counts(item);
  }

  @Override
  public CompletionStage<ModelRegistry.Answer> models() {
    return reply(() -> new ModelRegistry.Answer(models.get(), List.of(), ""));
  }

  @Override
  public CompletionStage<ModelRegistry.Answer> promote(String version, Instant at) {
    return reply(() -> decide(book -> book.promoted(version, FakeModels.step(Stage.CHAMPION, at))));
  }

  @Override
  public CompletionStage<ModelRegistry.Answer> rollBack(String version, Instant at) {
    return reply(
        () -> decide(book -> book.rolledBack(version, "", FakeModels.step(Stage.ROLLED_BACK, at))));
  }

  /// Refuses every decision about models for that reason.
  synchronized void complain(String reason) {
    complaint = reason;
  }

  private ModelRegistry.Answer decide(UnaryOperator<ModelBook> decision) {
    if (!complaint.isEmpty()) {
      return new ModelRegistry.Answer(models.get(), List.of(), complaint);
    }
    return new ModelRegistry.Answer(models.updateAndGet(decision), List.of(), "");
  }

  @Override
  public Freshness freshness() {
    return freshness;
  }

  @Override
  public synchronized Optional<String> notReady() {
    return Optional.ofNullable(notReady);
  }

  @SuppressWarnings("unchecked") // a fault has no answer whose type could be wrong
  private synchronized <T> CompletionStage<T> reply(Supplier<T> answer) {
    return instead == null
        ? CompletableFuture.completedFuture(answer.get())
        : (CompletionStage<T>) instead.get();
  }
}
