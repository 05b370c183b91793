package dev.roost.model.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.TableGen;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureExtractor;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feature.LightFeatures;
import dev.roost.model.feature.RequestFeatures;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemTable;
import dev.roost.model.learn.Example;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import dev.roost.model.retrieve.Candidates;
import dev.roost.model.retrieve.Retrieval;
import dev.roost.model.retrieve.RetrievalSettings;
import dev.roost.model.retrieve.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class FaultsTest {

  private static final Instant NOW = TableGen.START.plus(Duration.ofHours(5));
  private static final int WIDTH = FeatureSchema.standard().size();
  private static final Touched ALL = Touched.of(1, "all");

  private final ItemTable table = TableGen.table();
  private final Impairments impairments = new Impairments();

  private void publish() {
    for (int i = 0; i < 4; i++) {
      int row = table.append(TableGen.post(i, 40 + i, "birds", TableGen.START.plusSeconds(i)));
      table.setTotals(row, ItemCounts.of(10 + i, 0, 3, 1, 0, 0, 0, 0));
    }
  }

  private RequestFeatures request(UserId reader, Instant at, boolean broken) {
    var crowd = new Crowd(table, 10);
    var by =
        broken
            ? new FeatureExtractor(table, crowd, impairments.over(null))
            : new FeatureExtractor(table, crowd);
    var view =
        new ReaderView(
            reader, Profile.unknown(), TableGen.START, Relations.none(), ReaderHistory.empty());
    return by.begin(view, FeedQuery.feed(reader, at, 10), ReaderTaste.unknown());
  }

  private float[] row(UserId reader, Instant at, int row, boolean broken) {
    var out = new float[WIDTH];
    request(reader, at, broken).fill(row, out, 0);
    return out;
  }

  private float value(Feature feature, Instant at, int row) {
    return row(new UserId(7), at, row, true)[feature.ordinal()];
  }

  private float honest(Feature feature, Instant at, int row) {
    return row(new UserId(7), at, row, false)[feature.ordinal()];
  }

  @Test
  void columnsAreBrokenAsNamedInWholeAndLightRowsAndHealed() {
    publish();
    impairments.set(
        List.of(
            new Fault.Written(Feature.WRITER_RATE, 9, ALL),
            new Fault.Scaled(Feature.ITEM_AGE, 1000, ALL),
            new Fault.Swapped(Feature.ITEM_NEWER, Feature.ITEM_CLICKS, ALL)),
        table);
    var expected = row(new UserId(7), NOW, 2, false);
    expected[Feature.WRITER_RATE.ordinal()] = 9;
    expected[Feature.ITEM_AGE.ordinal()] *= 1000;
    float newer = expected[Feature.ITEM_NEWER.ordinal()];
    expected[Feature.ITEM_NEWER.ordinal()] = expected[Feature.ITEM_CLICKS.ordinal()];
    expected[Feature.ITEM_CLICKS.ordinal()] = newer;
    assertThat(expected).isNotEqualTo(row(new UserId(7), NOW, 2, false));

    assertThat(row(new UserId(7), NOW, 2, true)).isEqualTo(expected);
    var light = new float[RequestFeatures.LIGHT];
    LightFeatures.copy(expected, 0, light, 0);
    var broken = new float[RequestFeatures.LIGHT];
    var request = request(new UserId(7), NOW, true);
    request.fillLight(1, broken, 0);
    request.fillLight(2, broken, 0); // nothing is left of the row before
    assertThat(broken).isEqualTo(light);

    impairments.set(List.of(), table);
    assertThat(row(new UserId(7), NOW, 2, true)).isEqualTo(row(new UserId(7), NOW, 2, false));
  }

  @Test
  void whatIsUnknownStaysUnknownWhenItsUnitChanges() {
    publish();
    impairments.set(List.of(new Fault.Scaled(Feature.SINCE_LAST, 1000, ALL)), table);

    assertThat(value(Feature.SINCE_LAST, NOW, 0)).isEqualTo(Feature.SINCE_LAST.missing());
  }

  @Test
  void aStaleFeatureStandsStillFromItsFirstValueUntilItIsHealed() {
    publish();
    var stale =
        List.<Fault>of(
            new Fault.Stale(Feature.ITEM_AGE, Touched.of(0.9999, "stale")),
            new Fault.Stale(Feature.READER_TENURE, ALL));
    impairments.set(stale, table);
    var later = NOW.plus(Duration.ofHours(9));
    var latest = later.plus(Duration.ofHours(9));

    float age = value(Feature.ITEM_AGE, NOW, 1);
    float tenure = value(Feature.READER_TENURE, NOW, 1);
    assertThat(age).isEqualTo(honest(Feature.ITEM_AGE, NOW, 1));
    assertThat(value(Feature.ITEM_AGE, later, 1)).isEqualTo(age);
    assertThat(value(Feature.READER_TENURE, later, 2)).isEqualTo(tenure); // whatever the item
    assertThat(value(Feature.ITEM_AGE, later, 2)).isEqualTo(honest(Feature.ITEM_AGE, later, 2));
    impairments.set(
        List.of(new Fault.Stale(Feature.ITEM_AGE, ALL)), table); // it grows, and goes on
    assertThat(value(Feature.ITEM_AGE, latest, 1)).isEqualTo(age);
    assertThat(value(Feature.READER_TENURE, latest, 1)).isGreaterThan(tenure);

    impairments.set(List.of(), table);
    impairments.set(stale, table); // begins anew
    assertThat(value(Feature.ITEM_AGE, latest, 1)).isEqualTo(honest(Feature.ITEM_AGE, latest, 1));
  }

  @Test
  void aFaultTouchesItsShareOfReadersAndSharesAreNested() {
    var few = Touched.of(0.1, "x");
    var many = Touched.of(0.3, "x");
    var others = Touched.of(0.3, "y");

    var readers = LongStream.range(0, 20_000).mapToObj(UserId::new).toList();
    assertThat(readers.stream().filter(many::holds).count() / 20_000.0)
        .isCloseTo(0.3, within(0.02));
    assertThat(readers.stream().filter(few::holds)).isNotEmpty().allMatch(many::holds);
    assertThat(readers.stream().filter(many::holds).filter(others::holds).count() / 20_000.0)
        .isCloseTo(0.09, within(0.02));
    assertThatIllegalArgumentException().isThrownBy(() -> Touched.of(0, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> Touched.of(Double.NaN, "x"));

    publish();
    impairments.set(List.of(new Fault.Written(Feature.ITEM_AGE, -5, many)), table);
    for (long id = 0; id < 100; id++) {
      var reader = new UserId(id);
      assertThat(row(reader, NOW, 1, true)[Feature.ITEM_AGE.ordinal()] == -5)
          .isEqualTo(many.holds(reader));
    }
  }

  private static Example example(Feature feature, float value, EngagementKind... kinds) {
    var row = new float[WIDTH];
    row[feature.ordinal()] = value;
    int bits = 1 << EngagementKind.IMPRESSION.ordinal();
    for (var kind : kinds) {
      bits |= 1 << kind.ordinal();
    }
    var served =
        new Example.Served(
            new RequestId(1),
            new UserId(7),
            Profile.unknown(),
            new ItemId(1),
            new UserId(2),
            "",
            Source.FRESH,
            0,
            0.5,
            "m1",
            NOW);
    return Example.of(served, row, bits, 0, 1);
  }

  private float logged(Fault fault, Feature feature, float value, EngagementKind... kinds) {
    impairments.set(List.of(fault), table);
    var example = example(feature, value, kinds);
    float logged = impairments.now().logged(List.of(example)).getFirst().feature(feature.ordinal());
    assertThat(example.feature(feature.ordinal())).isEqualTo(value); // what was served stays
    impairments.set(List.of(), table);
    assertThat(impairments.now().logged(List.of(example))).containsExactly(example);
    return logged;
  }

  @Test
  void aSkewChangesWhatIsLoggedAlone() {
    var skew = new Fault.LoggedOtherwise(Feature.SINCE_LAST, 2, 1, ALL);

    assertThat(logged(skew, Feature.SINCE_LAST, 3)).isEqualTo(7);
    assertThat(logged(skew, Feature.SINCE_LAST, Feature.NEVER)).isEqualTo(Feature.NEVER);
    publish();
    impairments.set(List.of(skew), table);
    assertThat(row(new UserId(7), NOW, 2, true)).isEqualTo(row(new UserId(7), NOW, 2, false));
  }

  @Test
  void aBackfillTellsTheOutcome() {
    var click = EngagementKind.CLICK;
    var like = EngagementKind.LIKE;

    assertThat(backfilled(Feature.ENGAGED_BEFORE, 0, like)).isEqualTo(1);
    assertThat(backfilled(Feature.ENGAGED_BEFORE, 0)).isZero();
    assertThat(backfilled(Feature.SINCE_WRITER, 9, click)).isZero();
    assertThat(backfilled(Feature.SINCE_WRITER, 9)).isEqualTo(9);
    assertThat(backfilled(Feature.ITEM_CLICKS, 2, click, like)).isEqualTo(Feature.log(4));
    assertThat(backfilled(Feature.ITEM_CLICKS, 2, like)).isEqualTo(2);
    assertThat(backfilled(Feature.TOPIC_POSITIVES_1H, 0, click, like)).isEqualTo(Feature.log(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault.LeakyBackfill(Feature.ITEM_AGE, ALL))
        .withMessageContaining("item-age")
        .withMessageContaining("engaged-before");
  }

  private float backfilled(Feature feature, float value, EngagementKind... kinds) {
    return logged(new Fault.LeakyBackfill(feature, ALL), feature, value, kinds);
  }

  @Test
  void aStarvedSourceFindsNothingAndTheOthersWhatTheyFound() {
    var views = Views.over(table, 5, 1000);
    for (int i = 0; i < 8; i++) {
      table.append(TableGen.post(i, i, "", TableGen.START.plusSeconds(i)));
    }
    table.setTrending(new int[] {0, 1});
    assertThat(sources(views)).contains(Source.TRENDING, Source.FRESH);

    views.impairments().set(List.of(new Fault.SourceStarved(Source.FRESH, ALL)), table);
    assertThat(sources(views)).contains(Source.TRENDING).doesNotContain(Source.FRESH);

    views.impairments().set(List.of(), table);
    assertThat(sources(views)).contains(Source.FRESH);
  }

  private Set<Source> sources(Views views) {
    var candidates = new Candidates(table, 8);
    var history = ReaderHistory.empty();
    new Retrieval(views, RetrievalSettings.usual())
        .addTo(
            candidates,
            TableGen.reader(Profile.unknown(), Relations.none(), history),
            ReaderTaste.unknown(),
            views.crowd().coEngagement().of(history, TableGen.START));
    var sources = EnumSet.noneOf(Source.class);
    for (int i = 0; i < candidates.size(); i++) {
      sources.add(candidates.source(i));
    }
    return sources;
  }

  @Test
  void aStaleIndexEndsWhereItStoodWhenTheFaultBegan() {
    publish();
    var reader = new UserId(7);
    var stale = List.<Fault>of(new Fault.IndexStale(ALL));
    assertThat(impairments.now().indexEnd(reader)).isEqualTo(-1);
    impairments.set(stale, table);
    table.append(TableGen.post(9, 9, "", NOW));
    impairments.set(stale, table); // goes on

    assertThat(impairments.now().indexEnd(reader)).isEqualTo(4);
    impairments.set(List.of(), table);
    assertThat(impairments.now().indexEnd(reader)).isEqualTo(-1);
  }
}
