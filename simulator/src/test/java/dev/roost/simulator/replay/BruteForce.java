package dev.roost.simulator.replay;

import dev.roost.model.domain.ItemId;
import dev.roost.simulator.data.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// The protocol written down again, without any state that is carried on.
final class BruteForce {

  private static final double NEARLY = 1e-9;

  private BruteForce() {}

  /// Returns the questions of a log, with the ranks of [MemoryPort].
  static List<SmallReplay.Heard> questions(List<LoggedEvent> events, Duration horizon) {
    var questions = new ArrayList<SmallReplay.Heard>();
    var asked = new HashSet<List<Object>>();
    for (var event : events) {
      var live = live(events, event.at(), horizon);
      if (event.kind().isPositive()
          && live.size() >= 2
          && live.contains(event.item())
          && events.stream().noneMatch(e -> isEarlierInterest(e, event))
          && asked.add(List.of(event.user(), event.item()))) {
        live.sort(
            Comparator.<ItemId>comparingLong(item -> -count(events, item, event.at()))
                .thenComparing(Comparator.naturalOrder()));
        questions.add(
            new SmallReplay.Heard(
                event.at(),
                event.user(),
                event.item(),
                live.indexOf(event.item()) + 1,
                List.of(),
                live.size()));
      }
    }
    return questions;
  }

  private static boolean isEarlierInterest(LoggedEvent earlier, LoggedEvent event) {
    return earlier.at().isBefore(event.at())
        && earlier.user().equals(event.user())
        && earlier.item().equals(event.item())
        && earlier.kind().isPositive();
  }

  private static List<ItemId> live(List<LoggedEvent> events, Instant now, Duration horizon) {
    var live = new ArrayList<ItemId>();
    for (var item : events.stream().map(LoggedEvent::item).distinct().toList()) {
      var first =
          events.stream()
              .filter(e -> e.item().equals(item))
              .map(LoggedEvent::at)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      if (first.isBefore(now) && !first.isBefore(now.minus(horizon))) {
        live.add(item);
      }
    }
    return live;
  }

  private static long count(List<LoggedEvent> events, ItemId item, Instant before) {
    return events.stream()
        .filter(e -> e.item().equals(item) && e.at().isBefore(before) && e.kind().isPositive())
        .count();
  }

  /// Returns the best and the worst rank that ties allow.
  static int[] popularityRanks(
      List<LoggedEvent> events, SmallReplay.Heard heard, Duration horizon, Duration halfLife) {
    var live = live(events, heard.at(), horizon);
    double own = faded(events, heard.item(), heard.at(), halfLife);
    int better = 0;
    int equal = 0;
    for (var item : live) {
      double other = faded(events, item, heard.at(), halfLife);
      if (Math.abs(other - own) <= NEARLY * Math.max(other, own)) {
        equal++;
      } else if (other > own) {
        better++;
      }
    }
    return new int[] {better + 1, better + equal};
  }

  private static double faded(
      List<LoggedEvent> events, ItemId item, Instant now, Duration halfLife) {
    double sum = 0;
    var readers = new HashSet<Object>();
    for (var event : events) {
      if (event.item().equals(item)
          && event.kind().isPositive()
          && event.at().isBefore(now)
          && readers.add(event.user())) {
        double age = Duration.between(event.at(), now).toSeconds();
        sum += Math.pow(2, -age / halfLife.toSeconds());
      }
    }
    return sum;
  }
}
