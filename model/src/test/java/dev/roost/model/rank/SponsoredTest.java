package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.domain.Device;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Source;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import dev.roost.model.retrieve.Candidates;
import dev.roost.model.retrieve.RetrievalSettings;
import dev.roost.model.retrieve.Sponsors;
import dev.roost.model.retrieve.Views;
import dev.roost.model.score.ScorerChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SponsoredTest {

  private static final Instant NOW = TableGen.START.plus(Duration.ofDays(1));
  private static final UserId READER = new UserId(7);

  /// A request, and what is offered for it.
  private record Case(
      ItemTable table,
      ReaderView reader,
      FeedQuery query,
      RankSettings settings,
      List<ItemId> offers) {

    static Case of(Gen gen, double epsilon) {
      var table = TableGen.random(gen, 60);
      var sponsored =
          new SponsoredSettings(
              gen.whole(1, 5), gen.whole(1, 6), gen.whole(1, 6), List.of()); // the view offers
      return new Case(
          table,
          reader(gen),
          FeedQuery.feed(READER, NOW, gen.whole(1, 30)),
          SponsoredTest.settings(epsilon, gen.whole(1, 4), sponsored),
          offers(gen));
    }

    private static ReaderView reader(Gen gen) {
      var relations = Relations.none();
      var history = ReaderHistory.empty();
      for (int i = 0; i < 3; i++) {
        relations = relations.after(RelationChange.MUTE, gen.whole(0, 12));
        relations = relations.afterBlockedBy(gen.whole(0, 12), true);
        history = TableGen.show(history, 100L + gen.whole(0, 40), TableGen.START);
      }
      return TableGen.reader(Profile.unknown(), relations, history);
    }

    /// Returns offers of which some are of the table, some twice.
    private static List<ItemId> offers(Gen gen) {
      var offers = new ArrayList<ItemId>();
      for (int i = gen.whole(0, 9); i > 0; i--) {
        offers.add(new ItemId(95L + gen.whole(0, 70)));
      }
      return offers;
    }

    List<FeedItem> feed(RankingModel model, Sponsors sponsors) {
      var views = Views.over(table, 10, 1000).with(sponsors);
      return Ranker.of(model, views, settings, 3).rank(reader, query, everything(table)).items();
    }
  }

  private static RankSettings settings(double epsilon, int cap, SponsoredSettings sponsored) {
    return new RankSettings(
        RetrievalSettings.usual(),
        1_000,
        ScorerChoice.named("portable"),
        ValueFunction.positives(),
        new DiversitySettings(cap, 0.9, 0.8, 0.95, 0.9, Duration.ofHours(6)),
        SeenSettings.usual(),
        new ExploreSettings(ExploreSettings.Policy.EPSILON_GREEDY, epsilon, 1, 9),
        sponsored);
  }

  private static Candidates everything(ItemTable table) {
    var candidates = new Candidates(table, 8);
    for (int row = table.oldest(); row != table.published(); row++) {
      candidates.add(row, row % 3 == 0 ? Source.FRESH : Source.FOLLOWED_PUSH);
    }
    return candidates;
  }

  private static boolean isSponsored(FeedItem item) {
    return item.source() == Source.SPONSORED;
  }

  private static long original(ItemTable table, ItemId item) {
    long row = table.rowOf(item.value());
    return row < 0 ? item.value() : table.originalId((int) row);
  }

  @Test
  void sponsoredItemsStandInTheirSlotsOnly() {
    forAll(
        gen -> {
          var one = Case.of(gen, gen.between(0, 1));
          var rules = one.settings().sponsored();

          var items = one.feed(Models.random(gen), Sponsors.of(one.offers()));

          int slots = 0;
          for (int place = 0; place < items.size(); place++) {
            if (isSponsored(items.get(place))) {
              assertThat(place).isEqualTo(rules.first() - 1 + slots * (rules.spacing() + 1));
              assertThat(items.get(place).propensity()).isEqualTo(1);
              assertThat(items.get(place).exploring()).isFalse();
              slots++;
            }
          }
          assertThat(slots).isLessThanOrEqualTo(rules.most());
          assertThat(items).hasSizeLessThanOrEqualTo(one.query().limit());
          assertThat(items.isEmpty() || !isSponsored(items.getLast())).isTrue();
        });
  }

  @Test
  void sponsoredItemsPassTheRulesOfAllOthers() {
    forAll(
        gen -> {
          var one = Case.of(gen, gen.between(0, 1));
          var table = one.table();
          var relations = one.reader().relations();
          var history = one.reader().history();

          var items = one.feed(Models.random(gen), Sponsors.of(one.offers()));

          var seen =
              LongStream.range(0, history.seenCount())
                  .mapToObj(i -> original(table, new ItemId(history.seenItem((int) i))))
                  .toList();
          var originals = new HashSet<Long>();
          var writers = new HashMap<Long, Integer>();
          for (var item : items) {
            int row = (int) table.rowOf(item.item().value());
            writers.merge(table.writer(row), 1, Integer::sum);
            assertThat(originals.add(table.originalId(row))).as("an item comes once").isTrue();
            assertThat(seen).doesNotContain(table.originalId(row));
            assertThat(SafetyFilter.admits(table, relations, item.item())).isTrue();
            assertThat(table.author(row)).isNotEqualTo(READER.value());
          }
          assertThat(writers.values())
              .allMatch(times -> times <= one.settings().diversity().writerCap());
        });
  }

  @Test
  void theOthersKeepTheirOrderAndTheirScores() {
    forAll(
        gen -> {
          var one = Case.of(gen, 0);
          var model = Models.random(gen);

          var items = one.feed(model, Sponsors.of(one.offers()));

          var sponsored =
              items.stream()
                  .filter(SponsoredTest::isSponsored)
                  .map(item -> original(one.table(), item.item()))
                  .toList();
          var without =
              one.feed(model, Sponsors.none()).stream()
                  .filter(item -> !sponsored.contains(original(one.table(), item.item())))
                  .toList();
          var others = items.stream().filter(item -> !isSponsored(item)).toList();
          assertThat(others).isEqualTo(without.subList(0, others.size()));
          boolean isFull = items.size() == one.query().limit();
          assertThat(isFull || others.size() == without.size()).isTrue();
        });
  }

  @Test
  void propensitiesOfTheOtherPlacesAreTheFrequenciesOverManyInstants() {
    var table = tableOf(10);
    var settings = settings(0.4, 3, new SponsoredSettings(1, 2, 1, List.of()));
    var views = Views.over(table, 10, 1000).with(Sponsors.of(List.of(new ItemId(109))));
    var ranker = Ranker.of(Models.flat(-2), views, settings, 3);
    var shown = new HashMap<ItemId, Integer>();
    var told = new HashMap<ItemId, Double>();
    int feeds = 20_000;
    for (int i = 0; i < feeds; i++) {
      var query = FeedQuery.feed(READER, NOW.plusMillis(i), 5);
      var items = ranker.rank(nobody(), query, inNetwork(table)).items();
      assertThat(items).hasSize(5);
      assertThat(items.get(1).item()).isEqualTo(new ItemId(109));
      assertThat(items.get(1).propensity()).isEqualTo(1);
      shown.merge(items.get(2).item(), 1, Integer::sum);
      told.put(items.get(2).item(), items.get(2).propensity());
    }

    assertThat(told).hasSize(6).doesNotContainKey(new ItemId(109)); // its own, and five below
    assertThat(told.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-6));
    assertThat(told.get(new ItemId(101))).isCloseTo(1 - 0.4 / 4, within(1e-12));
    told.forEach(
        (item, propensity) ->
            assertThat(shown.getOrDefault(item, 0) / (double) feeds)
                .isCloseTo(propensity, within(0.01)));
  }

  private static ItemTable tableOf(int items) {
    var table = TableGen.table();
    for (int i = 0; i < items; i++) {
      table.append(TableGen.post(100 + i, 20 + i, "topic" + i, TableGen.START));
    }
    return table;
  }

  private static ReaderView nobody() {
    return TableGen.reader(Profile.unknown(), Relations.none(), ReaderHistory.empty());
  }

  private static Candidates inNetwork(ItemTable table) {
    var candidates = new Candidates(table, 8);
    for (int row = 0; row < table.published(); row++) {
      candidates.add(row, Source.FOLLOWED_PUSH);
    }
    return candidates;
  }

  @Test
  void slotsNeedNoModel() {
    var table = tableOf(4);
    var settings = settings(0, 3, new SponsoredSettings(2, 1, 1, List.of()));
    var views = Views.over(table, 10, 1000).with(Sponsors.of(List.of(new ItemId(101))));

    var items =
        Ranker.chronological(views, settings, 3)
            .rank(nobody(), FeedQuery.feed(READER, NOW, 9), inNetwork(table))
            .items();

    assertThat(items).extracting(item -> item.item().value()).startsWith(101L).hasSize(4);
    assertThat(items)
        .extracting(SponsoredTest::isSponsored)
        .containsExactly(true, false, false, false);
    assertThat(items.getFirst().rankBefore()).isZero(); // all are of the same instant
  }

  @Test
  void aFeedShortOfItemsIsShortOfSlots() {
    var settings = settings(0, 3, new SponsoredSettings(4, 2, 1, List.of()));
    var offers = List.of(new ItemId(100), new ItemId(101), new ItemId(102));
    for (int items = 0; items < 7; items++) {
      var table = tableOf(items);
      var views = Views.over(table, 10, 1000).with(Sponsors.of(offers));

      var feed =
          Ranker.of(Models.flat(-2), views, settings, 3)
              .rank(nobody(), FeedQuery.feed(READER, NOW, 9), inNetwork(table))
              .items();

      assertThat(feed).hasSize(items); // those without a slot stay among the others
      assertThat(feed.stream().filter(SponsoredTest::isSponsored))
          .hasSize(new int[] {0, 0, 0, 1, 1, 2, 2}[items]);
    }
  }

  @Test
  void onlyTheFirstPageOfARankedFeedHasSlots() {
    var table = tableOf(20);
    var settings = settings(0, 3, new SponsoredSettings(2, 1, 1, List.of()));
    var views = Views.over(table, 10, 1000).with(Sponsors.of(List.of(new ItemId(119))));
    var ranker = Ranker.of(Models.flat(-2), views, settings, 3);
    for (var scope : FeedQuery.Scope.values()) {
      for (int from : new int[] {0, 9}) {
        var occasion = new Occasion(0, from, Device.UNKNOWN);
        var query = new FeedQuery(READER, NOW, 9, occasion, scope, Stretch.ALL);

        var items = ranker.rank(nobody(), query, inNetwork(table)).items();

        assertThat(items.stream().anyMatch(SponsoredTest::isSponsored))
            .isEqualTo(scope == FeedQuery.Scope.FEED && from == 0);
      }
    }
  }

  @Test
  void nothingIsSponsoredUnlessThatIsAskedFor() {
    var table = tableOf(20);
    var settings = settings(0, 3, SponsoredSettings.none());
    var views = Views.over(table, 10, 1000).with(Sponsors.of(List.of(new ItemId(119))));

    var items =
        Ranker.of(Models.flat(-2), views, settings, 3)
            .rank(nobody(), FeedQuery.feed(READER, NOW, 9), inNetwork(table))
            .items();

    assertThat(items).noneMatch(SponsoredTest::isSponsored);
  }
}
