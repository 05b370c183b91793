package dev.roost.model.feature;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Device;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeatureExtractorTest {

  private static final Instant NOW = TableGen.START.plus(Duration.ofHours(30)); // 06:00
  private static final Profile BRAZILIAN = new Profile(AgeBand.FROM_18_TO_24, "BR", "en");

  private static RequestFeatures begin(ItemTable table, ReaderView reader, FeedQuery query) {
    return new FeatureExtractor(table, new Crowd(table, 10))
        .begin(reader, query, ReaderTaste.unknown());
  }

  private static float[] row(ItemTable table, ReaderView reader, int row) {
    var query =
        new FeedQuery(
            new UserId(7),
            NOW,
            10,
            new Occasion(3, 20, Device.PHONE),
            FeedQuery.Scope.FEED,
            Stretch.ALL);
    var out = new float[FeatureSchema.standard().size()];
    begin(table, reader, query).fill(row, out, 0);
    return out;
  }

  private static float at(float[] row, Feature feature) {
    return row[feature.ordinal()];
  }

  private static ReaderView reader(ReaderHistory history) {
    return TableGen.reader(BRAZILIAN, Relations.none().after(RelationChange.FOLLOW, 40), history);
  }

  @Test
  void tellsOfTheReader() {
    var table = TableGen.table();
    int item = table.append(TableGen.post(1, 40, "birds", NOW));
    var history = TableGen.show(ReaderHistory.empty(), 9, NOW.minus(Duration.ofHours(1)));
    history = TableGen.click(history, 9, NOW.minus(Duration.ofDays(1)));

    var row = row(table, reader(history), item);

    assertThat(at(row, Feature.READER_AGE_BAND)).isEqualTo(2);
    assertThat(at(row, Feature.READER_COUNTRY)).isEqualTo(26 * 1 + 17);
    assertThat(at(row, Feature.READER_TENURE)).isEqualTo(1.25f);
    assertThat(at(row, Feature.HOUR_OF_DAY)).isEqualTo(6);
    assertThat(at(row, Feature.READER_IMPRESSIONS_1H)).isCloseTo(0.5f, within(1e-6f));
    assertThat(at(row, Feature.READER_POSITIVES_1D)).isCloseTo(0.5f, within(1e-6f));
    assertThat(at(row, Feature.DEPTH)).isEqualTo(3);
    assertThat(at(row, Feature.ASKED_FROM)).isEqualTo(20);
    assertThat(at(row, Feature.DEVICE)).isEqualTo(1);
    assertThat(at(row, Feature.DAY_OF_WEEK)).isEqualTo(4); // a Friday
    assertThat(at(row, Feature.SINCE_ACTIVE)).isEqualTo(1);
    assertThat(at(row, Feature.SINCE_LAST)).isEqualTo(24);
    assertThat(at(row, Feature.POSITION)).isEqualTo(Feature.NEUTRAL_POSITION);
  }

  @Test
  void tellsOfTheItem() {
    var table = TableGen.table();
    table.advance(NOW);
    var original = TableGen.post(1, 40, "birds", NOW.minus(Duration.ofHours(3)));
    int item = table.append(original);
    int repost = table.append(TableGen.repost(2, 41, original, NOW));
    table.setTotals(item, ItemCounts.of(80, 0, 3, 1, 0, 0, 1, 2));

    var row = row(table, reader(ReaderHistory.empty()), item);

    assertThat(at(row, Feature.ITEM_AGE)).isEqualTo(3);
    assertThat(at(row, Feature.ITEM_CLICKS)).isEqualTo(2); // log2(1 + 3)
    assertThat(at(row, Feature.ITEM_LIKES)).isEqualTo(1);
    assertThat(at(row, Feature.ITEM_HIDES)).isEqualTo(2);
    assertThat(at(row, Feature.ITEM_RATE)).isEqualTo(0.05f); // (4 + 1) / (80 + 20)
    assertThat(at(row, Feature.ITEM_POSITIVES_1H)).isCloseTo(2.25f, within(1e-6f));
    assertThat(at(row, Feature.ITEM_TEXT)).isEqualTo(2.5f); // five characters
    assertThat(at(row, Feature.ITEM_IS_REPOST)).isZero();
    assertThat(at(row, Feature.LANGUAGE_MATCH)).isEqualTo(1);
    assertThat(at(row, Feature.FOLLOWS_AUTHOR)).isEqualTo(1);
    assertThat(at(row(table, reader(ReaderHistory.empty()), repost), Feature.ITEM_IS_REPOST))
        .isEqualTo(1);
  }

  @Test
  void tellsOfWhatTheReaderDidBefore() {
    var table = TableGen.table();
    var birds = TableGen.post(1, 40, "birds", TableGen.START);
    table.append(birds);
    table.append(TableGen.post(2, 41, "birds", TableGen.START));
    table.append(TableGen.post(3, 41, "boats", TableGen.START));
    int again = table.append(TableGen.repost(4, 42, birds, NOW));
    int unknown = table.append(TableGen.post(5, 43, "trees", NOW));
    var history = TableGen.click(ReaderHistory.empty(), 1, NOW.minus(Duration.ofHours(5)));
    history = TableGen.click(history, 2, NOW.minus(Duration.ofHours(5)));
    history = TableGen.click(history, 3, NOW.minus(Duration.ofHours(2)));
    history = TableGen.show(history, 1, NOW);
    history = TableGen.show(history, 4, NOW);
    double older = Math.pow(2, -5 / 72.0);
    double total = 2 * older + Math.pow(2, -2 / 72.0);

    var row = row(table, reader(history), again);

    assertThat(at(row, Feature.TOPIC_SHARE)).isCloseTo((float) (2 * older / total), within(1e-6f));
    assertThat(at(row, Feature.WRITER_SHARE)).isCloseTo((float) (older / total), within(1e-6f));
    assertThat(at(row, Feature.SINCE_TOPIC)).isEqualTo(5);
    assertThat(at(row, Feature.SINCE_WRITER)).isEqualTo(5);
    assertThat(at(row, Feature.ENGAGED_BEFORE)).isEqualTo(1);
    assertThat(at(row, Feature.SINCE_ENGAGED)).isEqualTo(5);
    assertThat(at(row, Feature.SHOWN_BEFORE)).isEqualTo(2); // itself and its original
    assertThat(at(row(table, reader(history), unknown), Feature.SINCE_TOPIC))
        .isEqualTo(Feature.NEVER);
    assertThat(at(row(table, reader(history), unknown), Feature.ENGAGED_BEFORE)).isZero();
  }

  @Test
  void ratesAreDrawnToThoseOfReadersAlike() {
    var table = TableGen.table();
    for (int id = 1; id <= 20; id++) {
      table.append(TableGen.post(id, 40 + id % 2, id <= 10 ? "birds" : "boats", TableGen.START));
    }
    int birds = table.append(TableGen.post(21, 40, "birds", NOW));
    int trees = table.append(TableGen.post(22, 50, "trees", NOW));
    var crowd = new Crowd(table, 10);
    crowd.note(BRAZILIAN, ReaderHistory.empty(), batch(1, 20, 10));
    var japanese = new Profile(AgeBand.FROM_18_TO_24, "JP", "en");
    crowd.note(japanese, ReaderHistory.empty(), batch(1, 20, 0));
    crowd.advance(NOW);
    var history = ReaderHistory.empty();
    for (int id = 1; id <= 4; id++) {
      history = TableGen.show(history, id, NOW.minus(Duration.ofHours(2)));
    }
    history = TableGen.click(history, 1, NOW.minus(Duration.ofHours(1)));

    var request =
        new FeatureExtractor(table, crowd)
            .begin(reader(history), FeedQuery.feed(new UserId(7), NOW, 10), ReaderTaste.unknown());
    var row = new float[FeatureSchema.standard().size()];
    request.fill(birds, row, 0);

    double usual = (10 + 0.05 * 20) / (20 + 20); // of Brazil
    double country = (10 + usual * 20) / (10 + 20);
    double bothUsual = (10 + 0.05 * 20) / (40 + 20); // of the age band, in both countries
    double own = (1 + country * 20) / (4 + 20);
    assertThat(at(row, Feature.COUNTRY_TOPIC_RATE)).isCloseTo((float) country, within(1e-6f));
    assertThat(at(row, Feature.AGE_TOPIC_RATE))
        .isCloseTo((float) ((10 + bothUsual * 20) / (20 + 20)), within(1e-6f));
    assertThat(at(row, Feature.TOPIC_RATE)).isCloseTo((float) own, within(1e-6f));
    assertThat(at(row, Feature.WRITER_OWN_RATE)) // two of the four, none engaged with
        .isCloseTo((float) (own * 20 / (2 + 20)), within(1e-6f));
    double english = (10 + bothUsual * 20) / (40 + 20); // of readers of English
    assertThat(at(row, Feature.LANGUAGE_RATE))
        .isCloseTo((float) ((1 + english * 20) / (4 + 20)), within(1e-6f));

    request.fill(trees, row, 0);
    assertThat(at(row, Feature.TOPIC_RATE)).isCloseTo((float) usual, within(1e-6f));
  }

  /// Shows items of these identifiers, and has the first `clicked` of them clicked.
  private static List<Engagement> batch(long first, long last, int clicked) {
    var batch = new ArrayList<Engagement>();
    for (long id = first; id <= last; id++) {
      batch.add(Engagement.of(new ItemId(id), EngagementKind.IMPRESSION, 0));
      if (id - first < clicked) {
        batch.add(Engagement.of(new ItemId(id), EngagementKind.CLICK, 0));
      }
    }
    return batch;
  }

  @Test
  void ratesAreOfTheTimeThatBothMemoriesReachBackTo() {
    var table = TableGen.table();
    var history = ReaderHistory.empty();
    for (int id = 1; id <= 600; id++) { // every eighth is clicked: 75 of which 64 are remembered
      table.append(TableGen.post(id, 40, "birds", TableGen.START));
      var at = TableGen.START.plus(Duration.ofMinutes(id)).plusSeconds(30);
      history = TableGen.show(history, id, at);
      history = id % 8 == 0 ? TableGen.click(history, id, at) : history;
    }
    int next = table.append(TableGen.post(601, 40, "birds", NOW));

    var row = row(table, reader(history), next);

    // The oldest impression remembered is the 89th, the oldest click the 96th.
    assertThat(at(row, Feature.TOPIC_RATE))
        .isCloseTo((float) ((64 + 0.05 * 20) / (505 + 20)), within(1e-6f));
  }

  @Test
  void rowsAreFiniteAndDependOnTheirOwnItemAlone() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 40);
          var reader = reader(history(gen));
          var query = FeedQuery.feed(new UserId(7), NOW, 10);
          int size = FeatureSchema.standard().size();
          var together = new float[(table.published() + 1) * size];
          var request = begin(table, reader, query);
          for (int row = 0; row < table.published(); row++) {
            request.fill(row, together, row * size);
          }
          int row = gen.whole(0, table.published());
          var alone = new float[size];
          begin(table, reader, query).fill(row, alone, 0);

          assertThat(Arrays.copyOfRange(together, row * size, (row + 1) * size)).isEqualTo(alone);
          assertThat(FeatureSchema.standard().complaint(alone)).isEmpty();
        });
  }

  private static ReaderHistory history(Gen gen) {
    var history = ReaderHistory.empty();
    int count = gen.whole(0, 700);
    for (int i = 0; i < count; i++) {
      long item = 95L + gen.whole(0, 60);
      var at = TableGen.START.plus(Duration.ofMinutes(i));
      history = gen.either() ? TableGen.click(history, item, at) : TableGen.show(history, item, at);
    }
    return history;
  }

  @Test
  void logarithmIsExactAtPowersOfTwoAndRises() {
    assertThat(Feature.log(0)).isZero();
    assertThat(Feature.log(1)).isEqualTo(1);
    assertThat(Feature.log(1023)).isEqualTo(10);
    forAll(
        gen -> {
          double count = gen.between(0, 1e6);
          assertThat(Feature.log(count))
              .isCloseTo((float) (Math.log1p(count) / Math.log(2)), within(0.09f));
          assertThat(Feature.log(count * 1.001 + 0.001)).isGreaterThan(Feature.log(count));
        });
  }

  @Test
  void anOverlayWritesOverWholeAndLightRowsOfItsRequestAlone() {
    var table = TableGen.table();
    int item = table.append(TableGen.post(1, 40, "birds", NOW));
    int other = table.append(TableGen.post(2, 40, "birds", NOW));
    var query = FeedQuery.feed(new UserId(7), NOW, 10);
    var view = reader(ReaderHistory.empty());
    FeatureOverlay tastesOnly =
        (by, _, _, _) ->
            (row, out, offset) -> {
              if (by.table().id(row) == 1) {
                out[offset + Feature.TASTE.ordinal()] = 0.75f;
              }
            };

    var written =
        new FeatureExtractor(table, new Crowd(table, 10), tastesOnly)
            .begin(view, query, ReaderTaste.unknown());
    var plain = begin(table, view, query);

    int width = FeatureSchema.standard().size();
    var expected = new float[2 * width];
    plain.fill(item, expected, 0);
    plain.fill(other, expected, width);
    expected[Feature.TASTE.ordinal()] = 0.75f;
    var rows = new float[2 * width];
    written.fill(item, rows, 0);
    written.fill(other, rows, width);
    assertThat(rows).isEqualTo(expected);
    var light = new float[RequestFeatures.LIGHT];
    LightFeatures.copy(expected, 0, light, 0);
    var lightRow = new float[RequestFeatures.LIGHT];
    written.fillLight(item, lightRow, 0);
    assertThat(lightRow).isEqualTo(light);
  }
}
