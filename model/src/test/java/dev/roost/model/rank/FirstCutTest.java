package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feature.FeatureExtractor;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feature.LightFeatures;
import dev.roost.model.feature.RequestFeatures;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Source;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import dev.roost.model.retrieve.Candidates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FirstCutTest {

  private static final ReaderView READER =
      TableGen.reader(Profile.unknown(), Relations.none(), ReaderHistory.empty());

  private static LightRanker light(Gen gen) {
    return new LightRanker(
        IntStream.range(0, RequestFeatures.LIGHT)
            .mapToDouble(_ -> gen.whole(-2, 3)) // few values, so that ties are common
            .toArray());
  }

  private static Candidates everything(ItemTable table) {
    var candidates = new Candidates(table, 8);
    for (int row = table.oldest(); row != table.published(); row++) {
      candidates.add(row, Source.FRESH);
    }
    return candidates;
  }

  private static FeedQuery query(FeedQuery.Scope scope) {
    return new FeedQuery(new UserId(7), TableGen.START, 10, Occasion.FIRST, scope, Stretch.ALL);
  }

  private static RequestFeatures request(ItemTable table, FeedQuery query) {
    return new FeatureExtractor(table, new Crowd(table, 5))
        .begin(READER, query, ReaderTaste.unknown());
  }

  private static ShownLately nothingShown(ItemTable table) {
    return new ShownLately(table, SeenSettings.usual(), DiversitySettings.usual());
  }

  private static List<Integer> eligible(ItemTable table, Candidates candidates) {
    return IntStream.range(0, candidates.size())
        .filter(
            i -> {
              int row = candidates.row(i);
              return table.author(row) != 7
                  && table.writer(row) != 7
                  && SafetyFilter.admits(table, READER.relations(), row, table.id(row));
            })
        .boxed()
        .toList();
  }

  @Test
  void keepsTheBestByTheLightRankerOfThoseThatMayBeShown() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 60);
          var light = light(gen);
          int most = gen.whole(1, 40);
          var candidates = everything(table);
          var query = query(FeedQuery.Scope.FEED);
          var request = request(table, query);

          int[] picked =
              new FirstCut(table, light, 1, most)
                  .of(READER, query, candidates, request, nothingShown(table));

          var expected = new ArrayList<>(eligible(table, candidates));
          expected.sort(Comparator.comparing(i -> -score(light, request, candidates.row(i))));
          assertThat(Arrays.stream(picked).boxed().toList())
              .isEqualTo(expected.stream().limit(most).sorted().toList());
        });
  }

  private static float score(LightRanker light, RequestFeatures request, int row) {
    var features = new float[RequestFeatures.LIGHT];
    request.fillLight(row, features, 0);
    return (float) light.score(features, 0);
  }

  @Test
  void anExhaustiveRankingIsNotCut() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 60);
          var query = query(FeedQuery.Scope.ALL_LIVE);
          var candidates = everything(table);

          int[] picked =
              new FirstCut(table, light(gen), 1, 1)
                  .of(READER, query, candidates, request(table, query), nothingShown(table));

          for (int i : eligible(table, candidates)) {
            assertThat(picked).contains(i);
          }
        });
  }

  @Test
  void lightFeaturesAreThoseOfTheWholeRow() {
    forAll(
        gen -> {
          var table = TableGen.random(gen, 40);
          var request = request(table, query(FeedQuery.Scope.FEED));
          int row = gen.whole(0, table.published());
          var whole = new float[FeatureSchema.standard().size()];
          var expected = new float[RequestFeatures.LIGHT];
          var light = new float[RequestFeatures.LIGHT];
          request.fill(row, whole, 0);
          LightFeatures.copy(whole, 0, expected, 0);

          request.fillLight(row, light, 0);

          assertThat(light).isEqualTo(expected);
        });
  }
}
