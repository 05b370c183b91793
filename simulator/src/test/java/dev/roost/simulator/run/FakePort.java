package dev.roost.simulator.run;

import static java.lang.StrictMath.log;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
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
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.port.TickSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// A recommender in memory: newest first, or by what the reader clicked lately by topic.
///
/// What is published or engaged with counts from the next barrier on. Each answer is computed on an
/// executor, so a pool answers in any order.
final class FakePort implements FeedPort {

  /// How the fake orders items.
  enum Kind {
    CHRONOLOGICAL,
    TASTE_FOLLOWING
  }

  private record Told(UserId reader, RequestId request, List<Engagement> engagements) {}

  /// A reader's own counts, by topic or language.
  private static final class History {
    final Map<String, double[]> counts = new HashMap<>();
    final Set<ItemId> seen = new HashSet<>();
    final Set<UserId> follows = new HashSet<>();
    final Set<UserId> blocked = new HashSet<>();

    void add(String key, boolean clicked) {
      double[] both = counts.computeIfAbsent(key, _ -> new double[2]);
      both[0] = 0.97 * both[0] + (clicked ? 1 : 0);
      both[1] = 0.97 * both[1] + 1;
    }

    double logOdds(String key, double before) {
      double[] both = counts.getOrDefault(key, new double[2]);
      return log((both[0] + 0.08 * before) / (both[1] + before));
    }
  }

  private final Kind kind;
  private final Executor executor;
  private final Map<UserId, History> readers = new HashMap<>();
  private final Map<ItemId, Post> posts = new HashMap<>();
  private final Map<ItemId, double[]> counts = new HashMap<>();
  private final List<Post> arriving = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private List<Post> live = new ArrayList<>();
  private final Set<ItemId> deleted = new HashSet<>();

  private FakePort(Kind kind, Executor executor) {
    this.kind = kind;
    this.executor = executor;
  }

  static PortFactory factory(Kind kind, Executor executor) {
    return _ -> new FakePort(kind, executor);
  }

  static PortFactory factory(Kind kind) {
    return factory(kind, Runnable::run);
  }

  private <T> CompletionStage<T> answer(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, executor);
  }

  private CompletionStage<Void> change(Runnable work) {
    return CompletableFuture.runAsync(
        () -> {
          synchronized (this) {
            work.run();
          }
        },
        executor);
  }

  @Override
  public CompletionStage<Void> register(UserId user, Profile profile, Instant at) {
    return change(() -> readers.put(user, new History()));
  }

  @Override
  public CompletionStage<Void> relate(
      UserId user, RelationChange change, UserId other, Instant at) {
    return change(
        () -> {
          switch (change) {
            case FOLLOW -> reader(user).follows.add(other);
            case BLOCK -> {
              reader(user).blocked.add(other);
              reader(other).blocked.add(user);
            }
            case UNFOLLOW -> reader(user).follows.remove(other);
            case UNBLOCK, MUTE, UNMUTE -> throw new UnsupportedOperationException();
          }
        });
  }

  private History reader(UserId user) {
    var reader = readers.get(user);
    if (reader == null) {
      throw new IllegalStateException("not registered: " + user);
    }
    return reader;
  }

  @Override
  public CompletionStage<Void> publish(Post post) {
    return change(() -> arriving.add(post));
  }

  @Override
  public CompletionStage<Void> delete(UserId author, ItemId item, Instant at) {
    return change(() -> deleted.add(item));
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return answer(() -> page(query));
  }

  private record Scored(Post post, double score) {}

  private FeedPage page(FeedQuery query) {
    var reader = reader(query.reader());
    var order = Comparator.comparingDouble(Scored::score).thenComparing(s -> s.post().id());
    var best = new PriorityQueue<>(order);
    var read = new HashSet<ItemId>(); // of each original only the newest is shown
    for (var post : live.reversed()) {
      if (isAllowed(query, reader, post) && read.add(original(post))) {
        double score = score(query, reader, post);
        if (best.size() < query.limit() || score >= best.element().score()) {
          best.add(new Scored(post, score));
        }
        if (best.size() > query.limit()) {
          best.remove();
        }
      }
    }
    long request =
        Chance.mix(query.reader().value() * 31 + query.at().getEpochSecond())
            ^ query.occasion().depth();
    return new FeedPage(
        new RequestId(request),
        Quality.FULL,
        "fake",
        live.size(),
        best.stream().sorted(order.reversed()).map(this::item).toList());
  }

  private static ItemId original(Post post) {
    return post.repostOf().map(Post.Original::item).orElse(post.id());
  }

  private boolean isAllowed(FeedQuery query, History reader, Post post) {
    return !post.author().equals(query.reader())
        && !post.writer().equals(query.reader())
        && !reader.seen.contains(original(post))
        && !reader.blocked.contains(post.author())
        && !deleted.contains(post.id());
  }

  private double score(FeedQuery query, History reader, Post post) {
    return switch (kind) {
      case CHRONOLOGICAL -> (reader.follows.contains(post.author()) ? 1e9 : 0) + age(post);
      case TASTE_FOLLOWING -> taste(query, reader, post);
    };
  }

  private FeedItem item(Scored scored) {
    var post = scored.post();
    double probability =
        kind == Kind.CHRONOLOGICAL ? Double.NaN : 1 / (1 + StrictMath.exp(-scored.score()));
    return new FeedItem(
        post.id(),
        post.author(),
        post.at(),
        Source.TRENDING,
        probability,
        probability,
        0,
        false,
        1);
  }

  private static double age(Post post) {
    return post.at().getEpochSecond() - SimulationSettings.START.getEpochSecond();
  }

  private double taste(FeedQuery query, History reader, Post post) {
    double hours = (query.at().getEpochSecond() - post.at().getEpochSecond()) / 3600.0;
    double[] both = counts.getOrDefault(post.id(), new double[2]);
    return 2.5
        + reader.logOdds(post.topic(), 8)
        + reader.logOdds(post.language(), 8)
        + StrictMath.log((both[0] + 0.8) / (both[1] + 10))
        - StrictMath.log(0.08)
        + (reader.follows.contains(post.author()) ? 0.5 : 0)
        - 0.5 * StrictMath.log1p(Math.max(0, hours) / 12);
  }

  @Override
  public CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
    return change(() -> told.add(new Told(reader, request, engagements)));
  }

  @Override
  public CompletionStage<Void> impair(List<PipelineFault> faults) {
    throw new UnsupportedOperationException("nothing to break: " + faults);
  }

  @Override
  public Monitors monitors() {
    return new Monitors(Set.of("calibration", "silence"), Duration.ZERO);
  }

  @Override
  public synchronized CompletionStage<TickSummary> barrier(Instant at) {
    told.sort(Comparator.comparing(Told::reader).thenComparing(Told::request));
    told.forEach(this::learn);
    told.clear();
    arriving.sort(Comparator.comparing(Post::at).thenComparing(Post::id));
    live.addAll(arriving);
    arriving.forEach(post -> posts.put(post.id(), post));
    arriving.clear();
    live =
        new ArrayList<>(
            live.stream().filter(post -> post.at().isAfter(at.minus(Duration.ofDays(7)))).toList());
    return CompletableFuture.completedStage(new TickSummary(0, List.of(), List.of()));
  }

  private void learn(Told told) {
    var reader = reader(told.reader());
    var clicked = new HashSet<ItemId>();
    for (var engagement : told.engagements()) {
      if (engagement.kind() == EngagementKind.CLICK) {
        clicked.add(engagement.item());
      }
    }
    for (var engagement : told.engagements()) {
      var post = posts.get(engagement.item());
      if (engagement.kind() == EngagementKind.IMPRESSION && post != null) {
        boolean isClick = clicked.contains(engagement.item());
        reader.seen.add(original(post));
        reader.add(post.topic(), isClick);
        reader.add(post.language(), isClick);
        double[] both = counts.computeIfAbsent(post.id(), _ -> new double[2]);
        both[0] += isClick ? 1 : 0;
        both[1]++;
      }
    }
  }

  @Override
  public void close() {}
}
