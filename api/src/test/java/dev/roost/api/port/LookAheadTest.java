package dev.roost.api.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.port.OverheardPort.Asked;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.simulator.data.LogSource;
import dev.roost.simulator.data.LoggedEvent;
import dev.roost.simulator.data.Protocol;
import dev.roost.simulator.data.Reading;
import dev.roost.simulator.data.RecordedLog;
import dev.roost.simulator.replay.Replay;
import dev.roost.simulator.replay.ReplayListener;
import dev.roost.simulator.replay.ReplayReport;
import dev.roost.simulator.replay.ReplaySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Replays a log through the whole recommender, then the same log with another future: nothing that
/// was asked before may be answered differently.
final class LookAheadTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Chance CHANCE = Chance.of(11, "look-ahead test");

  /// What a replay did: the feeds it was given and the ranks of all baselines.
  private record Heard(ReplayReport report, Map<String, String> told) {}

  private static Heard replay(RecordedLog log, Instant until) {
    var feeds = new ConcurrentHashMap<Asked, FeedPage>();
    var told = new TreeMap<String, String>();
    var listener =
        new ReplayListener() {
          @Override
          public void answered(
              Instant at, UserId reader, ItemId item, int rank, List<Integer> baselines, int of) {
            if (at.isBefore(until)) {
              told.put(at + " " + reader + " " + item, rank + " " + baselines + " " + of);
            }
          }
        };
    var report =
        Replay.run(
            log,
            settings -> new OverheardPort(new ActorPortFactory().open(settings), feeds),
            ReplaySettings.of(7, 2, log.protocol()),
            listener);
    feeds.forEach(
        (asked, page) -> {
          if (!asked.at().isAfter(until)) {
            told.put(asked.toString(), items(page));
          }
        });
    return new Heard(report, told);
  }

  private static String items(FeedPage page) {
    return page.modelVersion()
        + page.items().stream()
            .map(i -> " " + i.item() + Long.toHexString(Double.doubleToLongBits(i.probability())))
            .toList();
  }

  /// Checks that all that was asked before `until` is answered alike, and what was asked at that
  /// very instant in both, when answers differ.
  private static void checkEqualBefore(Instant until, RecordedLog log, RecordedLog other) {
    var one = replay(log, until);
    var two = replay(other, until);

    assertThat(one.report().digest()).isNotEqualTo(two.report().digest());
    assertThat(one.report().models()).anyMatch(model -> model.at().isBefore(until));
    var instant = "at=" + until + "]";
    assertThat(before(two, instant)).isNotEmpty().isEqualTo(before(one, instant));
    one.told().keySet().retainAll(two.told().keySet());
    assertThat(one.told().keySet()).anyMatch(key -> key.endsWith(instant));
    assertThat(two.told()).containsAllEntriesOf(one.told());
  }

  private static Map<String, String> before(Heard heard, String instant) {
    var before = new TreeMap<>(heard.told());
    before.keySet().removeIf(key -> key.endsWith(instant));
    return before;
  }

  @Test
  void anotherFutureChangesNothingOfAGeneratedLog() {
    int from = 150;
    var until = START.plus(Duration.ofHours(from));

    checkEqualBefore(until, generated(from, 1), generated(from, 2));
  }

  /// Draws a log of 200 hours whose readers are the same and whose items from an hour on depend on
  /// `future`.
  private static RecordedLog generated(int from, int future) {
    var events = new ArrayList<LoggedEvent>();
    for (int hour = 0; hour < 200; hour++) {
      for (int i = 0; i < 10; i++) {
        int newest = 5 + hour / 3;
        double age = CHANCE.exponential(hour, i, hour < from ? 0 : future) * 8;
        events.add(event(hour, (hour * 7 + i * 3) % 61, (int) Math.max(0, newest - age)));
      }
    }
    return new RecordedLog(
        "generated",
        events,
        List.of(),
        new Protocol(
            Duration.ofDays(4), Duration.ofDays(2), Duration.ofHours(12), Duration.ofDays(8), 1),
        new Reading(0, 0, List.of(), 0, "", 0),
        "");
  }

  private static LoggedEvent event(int hour, int reader, int item) {
    return new LoggedEvent(
        START.plus(Duration.ofHours(hour)),
        new UserId(1000 + reader),
        new ItemId(1 + item),
        EngagementKind.CLICK,
        null,
        "topic" + item % 3,
        "BR");
  }

  @Test
  void anotherFutureChangesNothingOfTheFirstWeeksOfDeskdrop() {
    var log = LogSource.DESKDROP.read(deskdrop(), 0).first(3_500);
    int from = question(log.events(), 2_500);

    checkEqualBefore(log.events().get(from).at(), log, shuffled(log, from));
  }

  /// Returns the first event from one on that somebody is asked about.
  private static int question(List<LoggedEvent> events, int from) {
    int index = from;
    while (!isQuestion(events, index)) {
      index++;
    }
    return index;
  }

  private static boolean isQuestion(List<LoggedEvent> events, int index) {
    var event = events.get(index);
    var earlier =
        events.stream()
            .filter(e -> e.at().isBefore(event.at()) && e.item().equals(event.item()))
            .toList();
    return event.kind().isPositive()
        && !earlier.isEmpty()
        && earlier.stream().noneMatch(e -> e.user().equals(event.user()));
  }

  /// Gives the items of all events from one on to others of them; the first of those keeps its.
  private static RecordedLog shuffled(RecordedLog log, int from) {
    var events = log.events();
    var future =
        IntStream.range(from + 1, events.size())
            .boxed()
            .sorted((a, b) -> Long.compare(CHANCE.bits(a, 0, 0), CHANCE.bits(b, 0, 0)))
            .toList();
    var shuffled = new ArrayList<>(events.subList(0, from + 1));
    for (int i = 0; i < future.size(); i++) {
      var event = events.get(from + 1 + i);
      var other = events.get(future.get(i));
      shuffled.add(
          new LoggedEvent(
              event.at(),
              event.user(),
              other.item(),
              other.kind(),
              other.author(),
              other.topic(),
              event.country()));
    }
    return new RecordedLog(
        log.name(), shuffled, log.follows(), log.protocol(), log.reading(), log.citation());
  }

  private static Path deskdrop() {
    var folder =
        Stream.of(System.getenv("ROOST_DATA"), "../shared/data", "../../shared/data")
            .filter(Objects::nonNull)
            .map(root -> Path.of(root, "deskdrop"))
            .filter(Files::isDirectory)
            .findFirst();
    Assumptions.assumeTrue(folder.isPresent(), "SKIPPED: no data set deskdrop");
    return folder.orElseThrow();
  }
}
