package dev.roost.simulator.replay;

import static dev.roost.simulator.replay.SmallReplay.PROTOCOL;
import static dev.roost.simulator.replay.SmallReplay.START;
import static dev.roost.simulator.replay.SmallReplay.event;
import static dev.roost.simulator.replay.SmallReplay.recorded;
import static dev.roost.simulator.replay.SmallReplay.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.LoggedEvent;
import dev.roost.simulator.data.LoggedFollow;
import dev.roost.simulator.replay.SmallReplay.Heard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReplayTest {

  @Test
  void eventsOfOneInstantDoNotSeeEachOther() {
    var outcome =
        replay(
            List.of(
                event(0, 1, 1, EngagementKind.CLICK),
                event(0, 1, 2, EngagementKind.CLICK),
                event(1, 2, 2, EngagementKind.CLICK),
                event(1, 3, 2, EngagementKind.CLICK),
                event(1, 3, 3, EngagementKind.CLICK)),
            List.of());

    assertThat(outcome.heard()).extracting(Heard::rank).containsExactly(2, 2);
    assertThat(outcome.heard()).extracting(Heard::candidates).containsExactly(2, 2);
  }

  @Test
  void asksOncePerReaderAndInstantAndBarsOnlyWhereAsked() {
    var outcome =
        replay(
            List.of(
                event(0, 1, 1, EngagementKind.CLICK),
                event(1, 1, 2, EngagementKind.CLICK),
                event(2, 2, 1, EngagementKind.CLICK),
                event(2, 2, 2, EngagementKind.LIKE)),
            List.of());

    assertThat(outcome.port().calls())
        .containsExactly(
            "register", // the first reader; the catalogue follows with its first item
            "register",
            "publish",
            "engage",
            "publish",
            "engage",
            "barrier",
            "register",
            "feed",
            "engage",
            "barrier");
    assertThat(outcome.report().counts().asked()).isEqualTo(1);
    assertThat(outcome.heard()).hasSize(2);
    assertThat(outcome.port().isClosed()).isTrue();
  }

  @Test
  void tellsFollowsOnceBothExistAndPublishesUnderTheAuthor() {
    var author = new UserId(99);
    var events =
        List.of(
            new LoggedEvent(
                START, new UserId(1), new ItemId(1), EngagementKind.LIKE, author, "jazz", "BR"),
            event(3, 2, 1, EngagementKind.LIKE));
    var follows =
        List.of(
            new LoggedFollow(new UserId(1), new UserId(2)),
            new LoggedFollow(new UserId(2), author),
            new LoggedFollow(new UserId(2), new UserId(2)),
            new LoggedFollow(new UserId(2), new UserId(5)));

    var port = replay(events, follows).port();

    assertThat(port.follows())
        .isEqualTo(Set.of(new UserId(1) + " " + new UserId(2), new UserId(2) + " " + author));
    assertThat(port.post(new ItemId(1)))
        .satisfies(
            post -> {
              assertThat(post).isNotNull();
              assertThat(post.author()).isEqualTo(author);
              assertThat(post.topic()).isEqualTo("jazz");
            });
    assertThat(port.recording()).isNotNull();
  }

  @Test
  void aRecommenderThatFailsEndsTheReplay() {
    var log = recorded(List.of(event(0, 1, 1, EngagementKind.LIKE)), List.of());

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Replay.run(
                    log,
                    settings -> new LosingPort(new MemoryPort(settings)),
                    ReplaySettings.of(1, 1, PROTOCOL),
                    ReplayListener.none()))
        .withMessageContaining("lost");
  }

  @Test
  void theTableNamesEveryRankerAndTheRatio() {
    var random = new HashSet<LoggedEvent>();
    for (int hour = 0; hour < 100; hour++) {
      random.add(event(hour, hour % 5, hour % 7, EngagementKind.CLICK));
    }

    var lines = ReplayTable.lines(replay(List.copyOf(random), List.of()).report());

    assertThat(String.join("\n", lines))
        .contains("served", "popularity", "engaged last", "random", "Ratio", "NDCG@10")
        .doesNotContain("BROKEN");
  }
}
