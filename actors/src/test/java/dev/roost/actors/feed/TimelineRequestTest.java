package dev.roost.actors.feed;

import static dev.roost.actors.feed.DeskAmongProbes.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.fanout.InNetwork;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.feed.Stretch;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.reader.Relations;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TimelineRequestTest {

  private final DeskAmongProbes desk = new DeskAmongProbes();

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void aTimelineMergesPushedAndPulledByTimeWithoutAModel() {
    int[] pushed = {desk.post(5, 7), desk.post(2, 7)};
    int[] pulled = {desk.post(6, 8), desk.post(4, 8), desk.post(1, 8)};

    var page = desk.timeline(Relations.none(), 10, pushed, pulled);

    assertThat(page.items())
        .extracting(item -> item.item().value())
        .containsExactly(6L, 5L, 4L, 2L, 1L);
    assertThat(page.items().get(1).source()).isEqualTo(Source.FOLLOWED_PUSH);
    assertThat(page.items().getFirst().source()).isEqualTo(Source.FOLLOWED_PULL);
    assertThat(page.quality()).isEqualTo(Quality.CHRONOLOGICAL);
    assertThat(page.modelVersion()).isEmpty();
    assertThat(page.rest()).isNull();
    desk.ranking.expectNoMessage(Duration.ZERO);
    desk.outcomes.expectNoMessage(Duration.ZERO);
  }

  @Test
  void postsOfOneInstantStandInTheOrderOfTheirIdentifiers() {
    int[] pushed = {desk.at(START, -1), desk.at(START, 3)};
    int[] pulled = {desk.at(START, -2), desk.at(START, 2)};

    assertThat(desk.timeline(Relations.none(), 10, pushed, pulled).items())
        .extracting(item -> item.item().value())
        .containsExactly(-1L, -2L, 3L, 2L);
  }

  @Test
  void aTimelineSaysWhereItGoesOnThoughTheFilterLeftNothing() {
    int[] pushed = {desk.post(3, 7), desk.post(2, 8)};
    desk.table.setStatus(pushed[0], ItemStatus.DELETED);

    var page = desk.timeline(Relations.none().after(RelationChange.MUTE, 8), 2, pushed, new int[0]);

    assertThat(page.items()).isEmpty();
    assertThat(page.rest()).isEqualTo(new Place(START.plusSeconds(2).toEpochMilli(), 2));
  }

  @Test
  void rowsThatLeftTheTableAreNotWhereATimelineGoesOn() {
    int[] pushed = {desk.post(3, 7), desk.post(2, 7), desk.post(1, 7)};
    for (int i = 0; i < 1022; i++) { // the table has 1,024 places
      desk.post(100 + i, 9);
    }
    assertThat(desk.table.isRetained(pushed[0])).isFalse();

    var page = desk.timeline(Relations.none(), 3, pushed, new int[0]);

    assertThat(page.items()).extracting(item -> item.item().value()).containsExactly(2L, 1L);
    assertThat(page.rest()).isEqualTo(page.items().getLast().place());
  }

  @Test
  void whatDoesNotStandInTheStretchIsNotShown() {
    int[] pushed = {desk.post(5, 7), desk.post(2, 7)};
    var stretch = new Stretch(new Place(START.plusSeconds(4).toEpochMilli(), 4), null);

    var page = desk.timeline(Relations.none(), 10, stretch, new InNetwork(pushed, new int[0]));

    assertThat(page.items()).extracting(item -> item.item().value()).containsExactly(2L);
  }

  @Test
  void twoPartsOfATimelineAskedAtOnceAreTwoRequests() {
    var nothing = new InNetwork(new int[0], new int[0]);
    var stretch = new Stretch(new Place(5, 1), null);

    assertThat(desk.timeline(Relations.none(), 10, stretch, nothing).request())
        .isNotEqualTo(desk.timeline(Relations.none(), 10, Stretch.ALL, nothing).request());
  }
}
