package dev.roost.simulator.replay;

import static dev.roost.simulator.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.Gen;
import dev.roost.simulator.data.LoggedEvent;
import dev.roost.simulator.data.LoggedFollow;
import dev.roost.simulator.data.Protocol;
import dev.roost.simulator.data.Reading;
import dev.roost.simulator.data.RecordedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReplayTest {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration HORIZON = Duration.ofHours(40);
  private static final Protocol PROTOCOL =
      new Protocol(HORIZON, Duration.ofHours(30), Duration.ofHours(10));
  private static final EngagementKind[] KINDS = {
    EngagementKind.CLICK, EngagementKind.LIKE, EngagementKind.HIDE
  };

  /// One question as a replay reports it.
  record Heard(
      Instant at, UserId reader, ItemId item, int rank, int popularityRank, int candidates) {}

  /// What came of a replay.
  record Outcome(ReplayReport report, List<Heard> heard, MemoryPort port) {}

  private static Outcome replay(List<LoggedEvent> events, List<LoggedFollow> follows) {
    var log =
        new RecordedLog(
            "test", events, follows, PROTOCOL, new Reading(0, 0, List.of(), 0, "", 0), "");
    var heard = new ArrayList<Heard>();
    var ports = new ArrayList<MemoryPort>();
    var listener =
        new ReplayListener() {
          @Override
          public void answered(
              Instant at, UserId reader, ItemId item, int rank, int popularityRank, int of) {
            heard.add(new Heard(at, reader, item, rank, popularityRank, of));
          }
        };
    var report =
        Replay.run(
            log,
            settings -> {
              ports.add(new MemoryPort(settings));
              return ports.getFirst();
            },
            new ReplaySettings(7, 1, PROTOCOL, 3, 40),
            listener);
    return new Outcome(report, heard, ports.getFirst());
  }

  private static LoggedEvent event(int hour, int user, int item, EngagementKind kind) {
    return new LoggedEvent(
        START.plus(Duration.ofHours(hour)),
        new UserId(user),
        new ItemId(item),
        kind,
        null,
        "",
        "ZZ");
  }

  private static List<LoggedEvent> log(Gen gen) {
    int events = gen.whole(1, 120);
    return IntStream.range(0, events)
        .mapToObj(
            _ ->
                event(
                    gen.whole(0, 100),
                    gen.whole(1, 6),
                    gen.whole(1, 14),
                    KINDS[gen.whole(0, KINDS.length)]))
        .sorted((a, b) -> a.at().compareTo(b.at()))
        .toList();
  }

  @Test
  void ranksAndGainsAreThoseOfBruteForce() {
    forAll(
        gen -> {
          var events = log(gen);
          var expected = BruteForce.questions(events, HORIZON);

          var outcome = replay(events, List.of());

          assertThat(outcome.heard())
              .usingRecursiveFieldByFieldElementComparatorIgnoringFields("popularityRank")
              .containsExactlyInAnyOrderElementsOf(expected);
          assertThat(outcome.report().passed()).isTrue();
          checkMeans(outcome);
        });
  }

  private static void checkMeans(Outcome outcome) {
    var scored =
        outcome.heard().stream()
            .filter(heard -> !heard.at().isBefore(START.plus(PROTOCOL.tuning())))
            .filter(heard -> heard.popularityRank() > 0)
            .toList();
    assertThat(outcome.report().counts().questions()).isEqualTo(scored.size());
    if (scored.isEmpty()) {
      return;
    }
    var served = outcome.report().quality().getFirst();
    assertThat(served.metric("ndcg@10").value())
        .isCloseTo(
            scored.stream()
                .mapToDouble(h -> h.rank() > 10 ? 0 : Math.log(2) / Math.log(h.rank() + 1))
                .average()
                .orElseThrow(),
            within(1e-12));
    assertThat(served.metric("auc").value())
        .isCloseTo(
            scored.stream()
                .mapToDouble(h -> (h.candidates() - h.rank()) / (h.candidates() - 1.0))
                .average()
                .orElseThrow(),
            within(1e-12));
    var popularity = outcome.report().quality().get(1);
    assertThat(popularity.metric("hitRate@10").value())
        .isCloseTo(
            scored.stream()
                .mapToDouble(h -> h.popularityRank() <= 10 ? 1 : 0)
                .average()
                .orElseThrow(),
            within(1e-12));
  }

  @Test
  void popularityIsThatOfBruteForce() {
    forAll(
        gen -> {
          var events = log(gen);
          var outcome = replay(events, List.of());
          var halfLife = outcome.report().tuned().halfLife();

          for (var heard : outcome.heard()) {
            if (heard.popularityRank() > 0) {
              var range = BruteForce.popularityRanks(events, heard, HORIZON, halfLife);
              assertThat(heard.popularityRank()).isBetween(range[0], range[1]);
            }
          }
        });
  }

  @Test
  void theFutureChangesNothingBefore() {
    forAll(
        gen -> {
          var events = log(gen);
          int hour = gen.whole(1, 100);
          var now = START.plus(Duration.ofHours(hour));
          var past = events.stream().filter(e -> e.at().isBefore(now)).toList();
          var changed = new ArrayList<>(past);
          for (int i = gen.whole(0, 60); i > 0; i--) {
            changed.add(event(gen.whole(hour, 101), gen.whole(1, 9), gen.whole(1, 20), KINDS[0]));
          }
          if (past.isEmpty()) {
            return;
          }

          assertThat(before(now, replay(changed, List.of()).heard()))
              .isEqualTo(before(now, replay(events, List.of()).heard()));
        });
  }

  private static List<Heard> before(Instant now, List<Heard> heard) {
    return heard.stream().filter(h -> h.at().isBefore(now)).toList();
  }

  @Test
  void equalLogsGiveEqualReports() {
    forAll(
        gen -> {
          var events = log(gen);
          assertThat(replay(events, List.of()).report().toString())
              .isEqualTo(replay(events, List.of()).report().toString());
        });
  }

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
    var log =
        new RecordedLog(
            "test",
            List.of(event(0, 1, 1, EngagementKind.LIKE)),
            List.of(),
            PROTOCOL,
            new Reading(1, 0, List.of(), 0, "", 0),
            "");

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
