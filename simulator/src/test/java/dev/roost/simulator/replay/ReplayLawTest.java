package dev.roost.simulator.replay;

import static dev.roost.simulator.Gen.forAll;
import static dev.roost.simulator.replay.SmallReplay.HORIZON;
import static dev.roost.simulator.replay.SmallReplay.KINDS;
import static dev.roost.simulator.replay.SmallReplay.PROTOCOL;
import static dev.roost.simulator.replay.SmallReplay.START;
import static dev.roost.simulator.replay.SmallReplay.event;
import static dev.roost.simulator.replay.SmallReplay.log;
import static dev.roost.simulator.replay.SmallReplay.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.simulator.replay.SmallReplay.Heard;
import dev.roost.simulator.replay.SmallReplay.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplayLawTest {

  @Test
  void ranksAndGainsAreThoseOfBruteForce() {
    forAll(
        gen -> {
          var events = log(gen);
          var expected = BruteForce.questions(events, HORIZON);

          var outcome = replay(events, List.of());

          assertThat(outcome.heard())
              .usingRecursiveFieldByFieldElementComparatorIgnoringFields("baselines")
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
  void aRecommenderThatDoesNotKnowTheTimeAnswersAlikeAtAnyPace() {
    forAll(
        gen -> {
          var events = log(gen);
          int pace = gen.whole(2, 40);

          var paced = replay(events, List.of(), SmallReplay.protocol(pace));

          assertThat(paced.heard()).isEqualTo(replay(events, List.of()).heard());
        });
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
}
