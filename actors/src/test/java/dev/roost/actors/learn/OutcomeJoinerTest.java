package dev.roost.actors.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OutcomeJoinerTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final UserId READER = new UserId(5);

  private final TestInbox<OutcomeJoiner.Closed> closed = TestInbox.create();

  private static BehaviorTestKit<OutcomeJoiner.Command> joiner(int pending) {
    return BehaviorTestKit.create(OutcomeJoiner.create(new JoinSettings(HALF_HOUR, pending, 200)));
  }

  private static ServedFeed feed(long request, Instant at, boolean exhaustive, int items) {
    return feed(request, at, exhaustive, items, Source.TRENDING);
  }

  private static ServedFeed feed(
      long request, Instant at, boolean exhaustive, int items, Source source) {
    var served =
        LongStream.range(0, items)
            .mapToObj(
                item ->
                    new Example.Served(
                        new RequestId(request),
                        READER,
                        Profile.unknown(),
                        new ItemId(item),
                        new UserId(9),
                        "",
                        source,
                        exhaustive ? Example.UNPLACED : (int) item,
                        0.5,
                        "m-1",
                        at))
            .toList();
    return new ServedFeed(
        new RequestId(request), READER, at, exhaustive, served, new float[items][3]);
  }

  private static Engagement did(long item, EngagementKind kind) {
    return Engagement.of(new ItemId(item), kind, (int) item);
  }

  private List<Example> close(BehaviorTestKit<OutcomeJoiner.Command> joiner, Instant at) {
    joiner.run(new OutcomeJoiner.Close(at, closed.getRef()));
    return closed.receiveMessage().examples();
  }

  @Test
  void onlyImpressionsBecomeExamples() {
    var joiner = joiner(10);
    joiner.run(new OutcomeJoiner.Note(feed(1, START, false, 4)));
    joiner.run(
        new OutcomeJoiner.Outcome(
            new RequestId(1),
            READER,
            List.of(
                did(0, EngagementKind.IMPRESSION),
                did(1, EngagementKind.IMPRESSION),
                did(1, EngagementKind.LIKE)),
            START.plusSeconds(60)));

    var examples = close(joiner, START.plus(HALF_HOUR));

    assertThat(examples).extracting(Example::isPositive).containsExactly(false, true);
  }

  @Test
  void whatIsSponsoredIsJoinedButDoesNotCompete() {
    var joiner = joiner(10);
    var seen = List.of(did(0, EngagementKind.IMPRESSION));
    for (var source : List.of(Source.SPONSORED, Source.FRESH)) {
      var request = new RequestId(source.ordinal());
      joiner.run(new OutcomeJoiner.Note(feed(request.value(), START, false, 1, source)));
      joiner.run(new OutcomeJoiner.Outcome(request, READER, seen, START.plusSeconds(60)));
    }

    joiner.run(new OutcomeJoiner.Close(START.plus(HALF_HOUR), closed.getRef()));
    var answer = closed.receiveMessage();

    assertThat(answer.examples()).hasSize(2);
    assertThat(answer.competing())
        .extracting(example -> example.served().source())
        .containsExactly(Source.FRESH);
  }

  @Test
  void labelsWaitForTheirWindowAndLateOnesAreLeftOut() {
    var joiner = joiner(10);
    joiner.run(new OutcomeJoiner.Note(feed(1, START, false, 1)));
    var late = START.plus(HALF_HOUR).plusSeconds(1);
    joiner.run(
        new OutcomeJoiner.Outcome(
            new RequestId(1), READER, List.of(did(0, EngagementKind.IMPRESSION)), late));

    assertThat(close(joiner, START.plus(HALF_HOUR).minusSeconds(1))).isEmpty();
    assertThat(close(joiner, late)).isEmpty();
  }

  @Test
  void anotherReaderCannotAnswerForTheReader() {
    var joiner = joiner(10);
    joiner.run(new OutcomeJoiner.Note(feed(1, START, false, 1)));
    joiner.run(
        new OutcomeJoiner.Outcome(
            new RequestId(1), new UserId(6), List.of(did(0, EngagementKind.IMPRESSION)), START));

    assertThat(close(joiner, START.plus(HALF_HOUR))).isEmpty();
  }

  @Test
  void orderOfArrivalDoesNotMatter() {
    var messages = new ArrayList<OutcomeJoiner.Command>();
    for (long request = 0; request < 20; request++) {
      messages.add(new OutcomeJoiner.Note(feed(request, START.plusSeconds(request % 3), false, 2)));
    }
    assertThat(requestsAfter(messages, 1)).isEqualTo(requestsAfter(messages, 2));
  }

  private List<RequestId> requestsAfter(List<OutcomeJoiner.Command> messages, long seed) {
    var shuffled = new ArrayList<>(messages);
    Collections.shuffle(shuffled, new Random(seed));
    var joiner = joiner(100);
    shuffled.forEach(joiner::run);
    for (long request = 0; request < 20; request++) {
      joiner.run(
          new OutcomeJoiner.Outcome(
              new RequestId(request),
              READER,
              List.of(did(0, EngagementKind.IMPRESSION)),
              START.plusSeconds(5)));
    }
    return close(joiner, START.plus(Duration.ofDays(1))).stream()
        .map(example -> example.served().request())
        .toList();
  }

  @Test
  void anExhaustiveFeedGivesWhatWasEngagedWithAndAWeightedSampleOfTheRest() {
    var joiner = joiner(10);
    joiner.run(new OutcomeJoiner.Note(feed(1, START, true, 2_001)));
    joiner.run(
        new OutcomeJoiner.Outcome(
            new RequestId(1), READER, List.of(did(3, EngagementKind.CLICK)), START));

    var examples = close(joiner, START.plus(HALF_HOUR));

    assertThat(examples).filteredOn(Example::isPositive).hasSize(1);
    var negatives = examples.stream().filter(example -> !example.isPositive()).toList();
    assertThat(negatives).hasSizeBetween(150, 250).allMatch(example -> example.weight() == 10);
  }

  @Test
  void anExhaustiveFeedThatNothingCameOfTeachesNothing() {
    var joiner = joiner(10);
    joiner.run(new OutcomeJoiner.Note(feed(1, START, true, 2_001)));

    assertThat(close(joiner, START.plus(HALF_HOUR))).isEmpty();
  }

  @Test
  void anExhaustiveRankingHasNoPlaces() {
    var served = feed(1, START, false, 3);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ServedFeed(
                    served.request(), READER, START, true, served.items(), new float[3][3]))
        .withMessageContaining("no places");
  }

  @Test
  void tooManyRequestsPushOutTheOldestAndAreCounted() {
    var joiner = joiner(2);
    for (long request = 0; request < 5; request++) {
      joiner.run(new OutcomeJoiner.Note(feed(request, START.plusSeconds(request), false, 1)));
    }
    joiner.run(new OutcomeJoiner.Close(START, closed.getRef()));

    assertThat(closed.receiveMessage().dropped()).isEqualTo(3);
  }
}
