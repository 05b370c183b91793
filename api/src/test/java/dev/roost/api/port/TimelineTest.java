package dev.roost.api.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Stretch;
import dev.roost.simulator.port.PortFactory.PortSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Timelines through the real actors, past what an inbox holds.
final class TimelineTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final UserId READER = new UserId(1);
  private static final int POSTS = 1_300; // an inbox has 512 rows

  private final ActorPort port =
      new ActorPort(ActorPortFactory.node(new PortSettings(7, 1, START, null, false)));
  private final TreeMap<Place, ItemId> posts = new TreeMap<>();
  private int ticks;

  @AfterEach
  void close() {
    port.close();
  }

  private static <T> T awaited(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private Instant now() {
    return START.plus(Duration.ofHours(1)).plusSeconds(ticks);
  }

  private void publish(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      long id = posts.size() * 0x9e37_79b9_7f4a_7c15L; // of either sign, in no order
      var author = new UserId(2 + posts.size() % 3);
      var at = START.plusMillis(posts.size() / 4);
      var item = new ItemId(id);
      posts.put(new Place(at.toEpochMilli(), id), item);
      awaited(port.publish(new Post(item, author, at, "", "en", MediaKind.TEXT, "text", null)));
    }
    tick();
  }

  private void tick() throws Exception {
    ticks++;
    awaited(port.barrier(now()));
  }

  private FeedPage older(int limit, @Nullable Place before) throws Exception {
    return page(limit, new Stretch(before, null));
  }

  private FeedPage newer(int limit, Place after) throws Exception {
    return page(limit, new Stretch(null, after));
  }

  private FeedPage page(int limit, Stretch stretch) throws Exception {
    return awaited(port.feed(FeedQuery.following(READER, now(), limit, stretch)));
  }

  /// A page may be longer than the inbox, and than what one read of a feed finds; what came since
  /// the newest is found meanwhile, too.
  @ParameterizedTest
  @ValueSource(ints = {101, 600})
  void aReaderScrollsPastTheInboxThroughAllThatIsRetained(int limit) throws Exception {
    for (int user = 1; user <= 5; user++) {
      awaited(port.register(new UserId(user), Profile.unknown(), START));
    }
    for (int author = 2; author <= 4; author++) {
      awaited(port.relate(READER, RelationChange.FOLLOW, new UserId(author), START));
    }
    tick();
    publish(POSTS);
    var stood = List.copyOf(posts.descendingMap().values());

    var read = new ArrayList<ItemId>();
    var page = older(limit, null);
    read.addAll(items(page));
    while (page.rest() != null) {
      var newest = posts.lastKey();
      publish(7);
      assertThat(items(newer(limit, newest)))
          .isEqualTo(List.copyOf(posts.tailMap(newest, false).descendingMap().values()));
      page = older(limit, page.rest());
      assertThat(page.quality()).isEqualTo(Quality.CHRONOLOGICAL);
      read.addAll(items(page));
    }

    assertThat(read).isEqualTo(stood);
  }

  private static List<ItemId> items(FeedPage page) {
    return page.items().stream().map(FeedItem::item).toList();
  }
}
