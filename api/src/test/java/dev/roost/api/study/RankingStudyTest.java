package dev.roost.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.study.Lived.Size;
import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.simulator.scenario.Scenarios;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the study says of a small world, of which all claims are about one run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RankingStudyTest {

  private static final Size SMALL = new Size(300, 4, 2);

  private Lived lived;
  private Judge judge;
  private QualityStudy study;

  @BeforeAll
  void live() {
    lived = Lived.recorded(SMALL, 7, Scenarios.builtIn().find("none"), 0.25);
    judge = new Judge(lived);
    study = new QualityStudy(judge);
  }

  @Test
  void servedIsWorseThanTheTwinThatKnowsTheTruthButNotByMuch() {
    var share = study.shareOfTwin();

    assertThat(share.high()).isLessThan(1);
    assertThat(share.value()).isGreaterThan(0.6);
    assertThat(study.wayOfTwin().value()).isGreaterThan(0.4);
  }

  @Test
  void allThatWasServedAndFoundIsOfThePool() {
    for (var session : lived.sessions()) {
      assertThat(listed(session.pool())).containsAll(listed(session.items()));
      assertThat(listed(session.items())).containsAll(listed(session.served()));
    }
  }

  private static List<Integer> listed(int[] items) {
    return Arrays.stream(items).boxed().toList();
  }

  @Test
  void everyCandidateIsFoundByASource() {
    var sources = lived.sessions().stream().flatMapToInt(s -> Arrays.stream(s.sources())).toArray();

    assertThat(sources).isNotEmpty().doesNotContain(0);
    for (var source : CandidateSource.values()) {
      assertThat(Arrays.stream(sources).filter(bits -> (bits >> source.ordinal() & 1) == 1))
          .isNotEmpty();
    }
  }

  @Test
  void everyFeatureIsOfOneGroup() {
    var grouped =
        Arrays.stream(FeatureGroup.values()).flatMap(group -> group.features().stream()).toList();

    assertThat(grouped).containsExactlyInAnyOrder(Feature.values());
  }

  @Test
  void aGroupThatIsTakenAwayIsUnknownAndNothingElseChanges() {
    int width = FeatureSchema.standard().size();
    var rows = lived.sessions().getFirst().rows();
    var row = Arrays.copyOf(rows, width);
    var without = FeatureGroup.TOPIC_MEMORY.features();

    RowEdit.without(without).apply(0, 0, row, 0);

    for (var feature : Feature.values()) {
      float expected = without.contains(feature) ? feature.missing() : rows[feature.ordinal()];
      assertThat(row[feature.ordinal()]).isEqualTo(expected);
    }
  }

  @Test
  void readersMeetThePostsOfNewAuthors() {
    int[] posts = lived.reach().ofNewAuthors(1, SMALL.days());

    assertThat(posts).isNotEmpty();
    assertThat(lived.reach().share(posts, 1)).isGreaterThan(0.5);
  }

  @Test
  void whatIsWrittenOverRowsReachesModelsAndFeeds() throws Exception {
    var tiny = new Size(100, 2, 2);
    var none = Scenarios.builtIn().find("none");
    var config = Map.of("roost.learn.min-rows", 200);
    var plain = Lived.with(tiny, 7, none, config, RowEdit.NONE.overlay());
    var blind =
        Lived.with(tiny, 7, none, config, RowEdit.without(List.of(Feature.values())).overlay());

    assertThat(plain.report().models()).isNotEmpty();
    assertThat(blind.report().digest()).isNotEqualTo(plain.report().digest());
  }
}
