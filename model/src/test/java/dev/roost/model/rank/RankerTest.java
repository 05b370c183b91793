package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feature.FeatureExtractor;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import dev.roost.model.retrieve.Candidates;
import dev.roost.model.retrieve.RetrievalSettings;
import dev.roost.model.retrieve.Views;
import dev.roost.model.score.ScorerChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RankerTest {

  private static final Instant NOW = TableGen.START.plus(Duration.ofDays(1));

  private static final ScorerChoice PORTABLE = ScorerChoice.named("portable");

  private static RankSettings settings(double epsilon, int cap) {
    return settings(ExploreSettings.Policy.EPSILON_GREEDY, epsilon, cap);
  }

  private static RankSettings settings(ExploreSettings.Policy policy, double epsilon, int cap) {
    return new RankSettings(
        RetrievalSettings.usual(),
        1_000,
        PORTABLE,
        ValueFunction.positives(),
        new DiversitySettings(cap, 0.9, 0.8, 0.95, 0.9, Duration.ofHours(6)),
        SeenSettings.usual(),
        new ExploreSettings(policy, epsilon, 1, 9),
        SponsoredSettings.none());
  }

  private static Ranker ranker(RankingModel model, ItemTable table, RankSettings settings) {
    return Ranker.of(model, Views.over(table, 10, 1000), settings, 3);
  }

  private static Candidates everything(ItemTable table) {
    var candidates = new Candidates(table, 8);
    for (int row = table.oldest(); row != table.published(); row++) {
      candidates.add(row, Source.values()[Math.floorMod(table.id(row), 5)]);
    }
    return candidates;
  }

  private static ReaderView reader(Gen gen) {
    var relations = Relations.none();
    var history = ReaderHistory.empty();
    for (int i = 0; i < 4; i++) {
      relations =
          relations.after(
              gen.either() ? RelationChange.MUTE : RelationChange.BLOCK, gen.whole(0, 12));
      relations = relations.afterBlockedBy(gen.whole(0, 12), true);
      history = TableGen.show(history, 100L + gen.whole(0, 40), TableGen.START);
      history = TableGen.click(history, 100L + gen.whole(0, 40), TableGen.START);
    }
    return TableGen.reader(Profile.unknown(), relations, history);
  }

  private static FeedQuery query(Gen gen, FeedQuery.Scope scope) {
    return new FeedQuery(new UserId(7), NOW, gen.whole(1, 30), Occasion.FIRST, scope, Stretch.ALL);
  }

  @Test
  void feedsHoldNothingThatTheyMustNot() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 60);
          var reader = reader(gen);
          int cap = gen.whole(1, 4);
          var query = query(gen, FeedQuery.Scope.FEED);
          var ranker = ranker(Models.random(gen), table, settings(gen.between(0, 1), cap));

          var ranked = ranker.rank(reader, query, everything(table));

          assertThat(ranked.items()).hasSizeLessThanOrEqualTo(query.limit());
          var originals = new HashMap<Long, Integer>();
          var writers = new HashMap<Long, Integer>();
          for (var item : ranked.items()) {
            int row = (int) table.rowOf(item.item().value());
            originals.merge(table.originalId(row), 1, Integer::sum);
            writers.merge(table.writer(row), 1, Integer::sum);
            checkSafe(table, reader, row);
            assertThat(table.author(row)).isNotEqualTo(7);
            assertThat(table.writer(row)).isNotEqualTo(7);
            for (int i = 0; i < reader.history().seenCount(); i++) {
              assertThat(original(table, reader.history().seenItem(i)))
                  .isNotEqualTo(table.originalId(row));
            }
          }
          assertThat(originals.values()).allMatch(times -> times == 1);
          assertThat(writers.values()).allMatch(times -> times <= cap);
        });
  }

  private static long original(ItemTable table, long item) {
    long row = table.rowOf(item);
    return row < 0 ? item : table.originalId((int) row);
  }

  private static void checkSafe(ItemTable table, ReaderView reader, int row) {
    long original = table.rowOf(table.originalId(row));
    assertThat(table.status(row)).isEqualTo(ItemStatus.LIVE);
    assertThat(table.status((int) original)).isEqualTo(ItemStatus.LIVE);
    assertThat(reader.relations().hides(table.author(row))).isFalse();
    assertThat(reader.relations().hides(table.writer(row))).isFalse();
  }

  @Test
  void evaluationsHoldEveryLiveItemThatIsSafeInOrderOfScore() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 60);
          var reader = reader(gen);
          var query =
              new FeedQuery(
                  new UserId(7), NOW, 1_000, Occasion.FIRST, FeedQuery.Scope.ALL_LIVE, Stretch.ALL);
          var ranker = ranker(Models.random(gen), table, settings(1, 1));

          var ranked = ranker.feed(reader, query, new Candidates(table, 8));

          var items = ranked.items();
          assertThat(items)
              .isSortedAccordingTo(
                  Comparator.comparingDouble(FeedItem::probability)
                      .reversed()
                      .thenComparing(FeedItem::item));
          for (int place = 0; place < items.size(); place++) { // shown at none of these places
            assertThat(ranked.expected(place)).isEqualTo(items.get(place).probability());
          }
          var ids = items.stream().map(item -> item.item().value()).toList();
          for (int row = table.oldest(); row != table.published(); row++) {
            boolean isOriginal = table.id(row) == table.originalId(row);
            if (isOriginal && table.isLive(row)) {
              assertThat(ids.contains(table.id(row)))
                  .isEqualTo(!reader.relations().hides(table.author(row)));
            }
          }
        });
  }

  @Test
  void servesExactlyTheRowsThatItScored() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 60);
          var reader = reader(gen);
          var query = query(gen, FeedQuery.Scope.FEED);
          var model = Models.random(gen);

          var ranked =
              ranker(model, table, settings(0.5, 3)).rank(reader, query, everything(table));

          var again =
              new FeatureExtractor(table, new Crowd(table, 10))
                  .begin(reader, query, ReaderTaste.unknown());
          var row = new float[FeatureSchema.standard().size()];
          var foretold = new double[Head.COUNT];
          for (int place = 0; place < ranked.items().size(); place++) {
            var item = ranked.items().get(place);
            again.fill((int) table.rowOf(item.item().value()), row, 0);
            assertThat(ranked.features(place)).isEqualTo(row);
            model.compile(PORTABLE).foretell(row, 1, foretold);
            assertThat(item.probability()).isEqualTo(foretold[0]);
            assertThat(item.value()).isEqualTo(foretold[0]);
            assertThat(ranked.expected(place)).isBetween(0.0, 1.0);
          }
        });
  }

  @Test
  void equalRequestsGiveEqualFeedsWhateverWasRankedBefore() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 60);
          var reader = reader(gen);
          var query = query(gen, FeedQuery.Scope.FEED);
          var model = Models.random(gen);
          var used = ranker(model, table, settings(0.5, 3));
          used.rank(reader(gen), query(gen, FeedQuery.Scope.FEED), everything(table));

          var fresh = ranker(model, table, settings(0.5, 3));

          assertThat(used.rank(reader, query, everything(table)).items())
              .isEqualTo(fresh.rank(reader, query, everything(table)).items());
        });
  }

  @Test
  void withoutAModelTheNewestComeFirst() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 60);
          var ranker = Ranker.chronological(Views.over(table, 10, 1000), settings(0.5, 3), 3);
          var query = query(gen, FeedQuery.Scope.FEED);

          var ranked = ranker.rank(reader(gen), query, everything(table));

          assertThat(ranked.quality()).isEqualTo(Quality.CHRONOLOGICAL);
          assertThat(ranked.items())
              .isSortedAccordingTo(Comparator.comparing(FeedItem::at).reversed())
              .allMatch(item -> Double.isNaN(item.probability()) && item.propensity() == 1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void propensitiesAreTheFrequenciesOverManyInstants(ExploreSettings.Policy policy) {
    var table = TableGen.table();
    for (int i = 0; i < 8; i++) {
      int row = table.append(TableGen.post(100 + i, 20 + i, "topic" + i, TableGen.START));
      table.setTotals(row, ItemCounts.of(6 * i, 0, i, i / 2, 0, 0, 0, 0));
    }
    var reader = TableGen.reader(Profile.unknown(), Relations.none(), ReaderHistory.empty());
    var ranker = ranker(Models.flat(-2), table, settings(policy, 0.4, 3));
    var shown = new HashMap<ItemId, Integer>();
    var told = new HashMap<ItemId, Double>();
    int feeds = 20_000;
    for (int i = 0; i < feeds; i++) {
      var query = FeedQuery.feed(new UserId(7), NOW.plusMillis(i), 4);
      var items = ranker.rank(reader, query, inNetwork(table)).items();
      assertThat(items).hasSize(4);
      shown.merge(items.get(2).item(), 1, Integer::sum);
      told.put(items.get(2).item(), items.get(2).propensity());
    }
    assertThat(told.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-6));
    assertThat(told).hasSize(5); // the exploited one and the four below the page
    told.forEach(
        (item, propensity) ->
            assertThat(shown.getOrDefault(item, 0) / (double) feeds)
                .isCloseTo(propensity, within(0.01)));
  }

  @Test
  void theMovesTellHowValuesCameIntoTheOrderOfTheFeed() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 60);
          var model = Models.random(gen);
          double epsilon = gen.either() ? 0 : 1;
          var ranker = ranker(model, table, settings(epsilon, 3));
          var query =
              new FeedQuery(
                  new UserId(7), NOW, 10, Occasion.FIRST, FeedQuery.Scope.FEED, Stretch.ALL, true);

          var items = ranker.rank(reader(gen), query, everything(table)).items();

          double last = Double.POSITIVE_INFINITY;
          for (var item : items) {
            var moves = requireNonNull(item.explanation()).moves();
            assertThat(moves.explored()).isEqualTo(item.exploring());
            assertThat(moves.timesShown()).isZero();
            if (!moves.explored()) {
              assertThat(item.value() * moves.fade()).isLessThanOrEqualTo(last + 1e-12);
              last = item.value() * moves.fade();
            }
          }
        });
  }

  @Test
  void aFeedGetsShorterRatherThanShowAnItemOrItsRepostAgain() {
    var table = TableGen.table();
    var original = TableGen.post(100, 1, "topic", TableGen.START);
    table.append(original);
    table.append(TableGen.post(101, 2, "topic", TableGen.START));
    var reposted = TableGen.repost(102, 3, original, TableGen.START);
    table.append(reposted);
    var ranker = ranker(Models.flat(-2), table, settings(0, 3));
    var query = FeedQuery.feed(new UserId(7), NOW, 6);

    for (long shown : new long[] {100, 102}) {
      var history = TableGen.show(ReaderHistory.empty(), shown, TableGen.START);
      var reader = TableGen.reader(Profile.unknown(), Relations.none(), history);
      assertThat(ranker.rank(reader, query, inNetwork(table)).items())
          .extracting(item -> item.item().value())
          .containsExactly(101L);
    }
  }

  private static Candidates inNetwork(ItemTable table) {
    var candidates = new Candidates(table, 8);
    for (int row = 0; row < table.published(); row++) {
      candidates.add(row, Source.FOLLOWED_PUSH);
    }
    return candidates;
  }

  @Test
  void topicsAndWritersTakeTurns() {
    var table = TableGen.table();
    for (int i = 0; i < 6; i++) {
      table.append(TableGen.post(100 + i, i / 3, "topic" + i / 3, TableGen.START));
    }
    var reader = TableGen.reader(Profile.unknown(), Relations.none(), ReaderHistory.empty());
    var ranker = ranker(Models.flat(-2), table, settings(0, 2));

    var items =
        ranker.rank(reader, FeedQuery.feed(new UserId(7), NOW, 6), inNetwork(table)).items();

    assertThat(items)
        .extracting(item -> item.item().value())
        .containsExactly(100L, 103L, 101L, 104L);
    assertThat(items).extracting(FeedItem::rankBefore).containsExactly(0, 3, 1, 4);
  }
}
