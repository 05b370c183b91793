package dev.roost.model;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Tables and readers for tests of ranking.
public final class TableGen {

  /// When the tables begin.
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private TableGen() {}

  /// Returns a table for embeddings of four dimensions.
  public static ItemTable table() {
    return new ItemTable(1024, 4);
  }

  /// Returns an original in English.
  public static Post post(long id, long author, String topic, Instant at) {
    return new Post(
        new ItemId(id), new UserId(author), at, topic, "en", MediaKind.TEXT, "words", null);
  }

  /// Returns a repost.
  public static Post repost(long id, long author, Post original, Instant at) {
    return new Post(
        new ItemId(id),
        new UserId(author),
        at,
        original.topic(),
        "en",
        original.media(),
        original.text(),
        new Post.Original(original.id(), original.author()));
  }

  /// Returns a table of up to `most` originals and reposts by ten authors with random counts, some
  /// of them deleted.
  public static ItemTable random(Gen gen, int most) {
    var table = table();
    var originals = new ArrayList<Post>();
    int count = gen.whole(1, most + 1);
    for (int i = 0; i < count; i++) {
      var at = START.plus(Duration.ofMinutes(10L * i));
      long author = gen.whole(0, 10);
      Post post;
      if (!originals.isEmpty() && gen.whole(0, 4) == 0) {
        post = repost(100 + i, author, originals.get(gen.whole(0, originals.size())), at);
      } else {
        post = post(100 + i, author, "topic" + gen.whole(0, 4), at);
        originals.add(post);
      }
      int row = table.append(post);
      table.setTotals(row, counts(gen));
      if (gen.whole(0, 6) == 0) {
        table.setStatus(row, gen.either() ? ItemStatus.DELETED : ItemStatus.REMOVED);
      }
    }
    return table;
  }

  private static ItemCounts counts(Gen gen) {
    int shown = gen.whole(0, 50);
    return ItemCounts.of(shown, 0, gen.whole(0, shown + 1), gen.whole(0, 9), 0, 0, 0, 0);
  }

  /// Returns a reader with a profile of whom nothing else is known.
  public static ReaderView reader(Profile profile, Relations relations, ReaderHistory history) {
    return new ReaderView(new UserId(7), profile, START, relations, history);
  }

  /// Returns a history with one more click at an instant.
  public static ReaderHistory click(ReaderHistory history, long item, Instant at) {
    return history.after(List.of(Engagement.of(new ItemId(item), EngagementKind.CLICK, 0)), at);
  }

  /// Returns a history with one more impression at an instant.
  public static ReaderHistory show(ReaderHistory history, long item, Instant at) {
    return history.after(
        List.of(Engagement.of(new ItemId(item), EngagementKind.IMPRESSION, 0)), at);
  }
}
