package dev.roost.model.rank;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/// Scored candidates and what was shown before, for tests of re-ranking.
final class Slates {

  static final Instant NOW = TableGen.START.plus(Duration.ofDays(2));

  private Slates() {}

  /// Returns a table of originals by eight writers on five topics or none.
  static ItemTable table(Gen gen) {
    var table = TableGen.table();
    int count = gen.whole(1, 40);
    for (int i = 0; i < count; i++) {
      int topic = gen.whole(0, 6);
      table.append(
          TableGen.post(
              100 + i, gen.whole(0, 8), topic == 0 ? "" : "topic" + topic, TableGen.START));
    }
    return table;
  }

  /// Returns the whole table with scores of both signs, ties among them.
  static Slate of(Gen gen, ItemTable table) {
    var slate = new Slate();
    slate.reserve(table.published(), 1);
    slate.size = table.published();
    for (int row = 0; row < slate.size; row++) {
      slate.set(row, table, row, Source.TRENDING);
      slate.scores[row] = gen.whole(-3, 12) / 4.0;
    }
    return slate;
  }

  static int[] order(Slate slate) {
    return ScoreOrder.of(slate.scores, slate.ids, slate.size);
  }

  /// Returns impressions of random items of the table over two days.
  static ReaderHistory history(Gen gen, ItemTable table) {
    var history = ReaderHistory.empty();
    for (int i = gen.whole(0, 20); i > 0; i--) {
      long item = table.id(gen.whole(0, table.published()));
      history = TableGen.show(history, item, NOW.minus(gen.upTo(Duration.ofDays(2))));
    }
    return history;
  }

  static ShownLately shown(ItemTable table, DiversitySettings settings, ReaderHistory history) {
    var shown = new ShownLately(table, SeenSettings.usual(), settings);
    shown.of(history, NOW);
    return shown;
  }

  static DiversitySettings settings(Gen gen) {
    return new DiversitySettings(
        gen.whole(1, 5),
        gen.between(0.1, 1),
        gen.between(0.1, 1),
        gen.between(0.1, 1),
        gen.between(0.1, 1),
        Duration.ofHours(gen.whole(1, 24)));
  }

  /// Returns 0 to `n` - 1.
  static int[] upTo(int n) {
    return IntStream.range(0, n).toArray();
  }
}
