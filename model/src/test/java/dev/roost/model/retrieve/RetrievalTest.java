package dev.roost.model.retrieve;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemEmbedder;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetrievalTest {

  /// Places few enough that ties are common.
  private static final ItemEmbedder PLACES =
      new ItemEmbedder() {
        @Override
        public String version() {
          return "places";
        }

        @Override
        public int dimensions() {
          return 4;
        }

        @Override
        public void embed(Post post, float[] out) {
          for (int i = 0; i < out.length; i++) {
            out[i] = Math.floorMod(post.id().value() * (i + 3), 5) - 2;
          }
        }
      };

  private static ItemTable table(Gen gen) {
    var table = TableGen.random(gen, 60);
    table.install(PLACES);
    table.advance(TableGen.START);
    return table;
  }

  /// Live rows by score, best first, ties to the smaller item: what every retrieval must find.
  private static int[] best(
      ItemTable table, IntPredicate wanted, IntToDoubleFunction score, int limit) {
    return IntStream.range(table.oldest(), table.published())
        .filter(row -> table.isLive(row) && wanted.test(row))
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer row) -> -score.applyAsDouble(row))
                .thenComparing(row -> table.id(row), Long::compareUnsigned))
        .limit(limit)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void trendingRowsHaveTheMostHeat() {
    forAll(
        gen -> {
          var table = table(gen);
          int limit = gen.whole(0, 30);

          int[] found = Trending.select(table, limit, TableGen.START);

          // heat of one instant has not faded yet, so both half-lives agree on the order
          assertThat(found)
              .isEqualTo(
                  best(
                      table,
                      row -> table.positives(row, 0) > 0,
                      row -> table.positives(row, 0),
                      limit));
        });
  }

  @Test
  void whatRisesNowTrendsAboveWhatRoseYesterday() {
    var table = TableGen.table();
    table.advance(TableGen.START);
    int old = table.append(TableGen.post(1, 1, "", TableGen.START));
    table.setTotals(old, ItemCounts.of(0, 0, 60, 0, 0, 0, 0, 0));
    var later = TableGen.START.plus(Duration.ofDays(1));
    table.advance(later);
    int young = table.append(TableGen.post(2, 1, "", later));
    table.setTotals(young, ItemCounts.of(0, 0, 10, 0, 0, 0, 0, 0));

    assertThat(Trending.select(table, 2, later)).containsExactly(young, old);
  }

  @Test
  void freshRowsAreNewOriginalsThatFewSawHalfOfThemByNewWriters() {
    forAll(
        gen -> {
          var table = table(gen);
          int most = gen.whole(0, 50);
          int limit = gen.whole(0, 12);
          IntPredicate fresh =
              row ->
                  table.id(row) == table.originalId(row)
                      && table.count(row, EngagementKind.IMPRESSION) <= most;
          var writers = table.writers();
          IntPredicate byNew = row -> writers.shown(writers.find(table.writer(row))) <= most;

          int[] found = Fresh.select(table, limit, most);

          int[] unknown = best(table, fresh.and(byNew), row -> row, limit);
          int[] known = best(table, fresh.and(byNew.negate()), row -> row, limit);
          int fair = Math.min(unknown.length, Math.max((limit + 1) / 2, limit - known.length));
          assertThat(found)
              .isEqualTo(
                  IntStream.concat(
                          Arrays.stream(unknown, 0, fair),
                          Arrays.stream(known, 0, Math.min(known.length, limit - fair)))
                      .toArray());
        });
  }

  @Test
  void newRowsOfWritersEngagedWithAreFoundUnlessTheyAreFollowed() {
    var table = TableGen.table();
    for (int i = 0; i < 8; i++) {
      table.append(TableGen.post(i, i % 3, "", TableGen.START.plusSeconds(i)));
    }
    var history = TableGen.click(ReaderHistory.empty(), 0, TableGen.START); // by 0
    history = TableGen.click(history, 3, TableGen.START); // by 0
    history = TableGen.click(history, 1, TableGen.START); // by 1
    history = TableGen.click(history, 2, TableGen.START); // by 2, who is followed
    var follows = Relations.none().after(RelationChange.FOLLOW, 2);
    var reader = TableGen.reader(Profile.unknown(), follows, history);

    assertThat(Affinity.select(table, reader, 4)).containsExactly(6, 7, 3, 4);
    assertThat(Affinity.select(table, reader, 1)).containsExactly(6);
  }

  @Test
  void everySourceKeepsToItsBudgetAndIsNamed() {
    var table = TableGen.table();
    var views = Views.over(table, 5, 1000);
    var crowd = views.crowd();
    for (int i = 0; i < 40; i++) {
      table.append(TableGen.post(i, i % 10, "", TableGen.START.plusSeconds(i)));
    }
    var history = TableGen.click(ReaderHistory.empty(), 1, TableGen.START);
    var profile = new Profile(AgeBand.UNKNOWN, "BR", "pt");
    crowd.note(profile, history, List.of(click(7), click(8), click(8)));
    crowd.note(50, RelationChange.FOLLOW, 9);
    crowd.advance(TableGen.START);
    var reader =
        TableGen.reader(profile, Relations.none().after(RelationChange.FOLLOW, 50), history);
    var settings = new RetrievalSettings(0, 1, 1, 2, 1, 0, 1, 3, 20);
    var candidates = new Candidates(table, 8);

    new Retrieval(views, settings)
        .addTo(
            candidates,
            reader,
            ReaderTaste.unknown(),
            crowd.coEngagement().of(history, TableGen.START));

    var sources = new TreeMap<Source, Integer>();
    for (int i = 0; i < candidates.size(); i++) {
      sources.merge(candidates.source(i), 1, Integer::sum);
    }
    assertThat(sources)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Source.CO_ENGAGED,
                1, // 7
                Source.AFFINITY,
                2, // the newest by writer 1
                Source.FRIENDS_OF_FRIENDS,
                1, // 39, also the newest of all
                Source.TRENDING_NEARBY,
                1, // 8, engaged with twice
                Source.FRESH,
                2));
  }

  private static Engagement click(long item) {
    return Engagement.of(new ItemId(item), EngagementKind.CLICK, 0);
  }
}
