package dev.roost.simulator.replay;

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
import java.util.List;
import java.util.stream.IntStream;

/// Replays small logs, dated by the hour, through a [MemoryPort].
final class SmallReplay {

  static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  static final Duration HORIZON = Duration.ofHours(40);
  static final Protocol PROTOCOL = protocol(1);
  static final EngagementKind[] KINDS = {
    EngagementKind.CLICK, EngagementKind.LIKE, EngagementKind.HIDE
  };

  private SmallReplay() {}

  /// One question as a replay reports it.
  record Heard(
      Instant at, UserId reader, ItemId item, int rank, List<Integer> baselines, int candidates) {

    /// Returns the rank by popularity; 0 in the tuning time.
    int popularityRank() {
      return baselines.isEmpty() ? 0 : baselines.getFirst();
    }
  }

  /// What came of a replay.
  record Outcome(ReplayReport report, List<Heard> heard, MemoryPort port) {}

  static Protocol protocol(int pace) {
    return new Protocol(
        HORIZON, Duration.ofHours(30), Duration.ofHours(10), Duration.ofDays(4), pace);
  }

  static Outcome replay(List<LoggedEvent> events, List<LoggedFollow> follows) {
    return replay(events, follows, PROTOCOL);
  }

  static Outcome replay(List<LoggedEvent> events, List<LoggedFollow> follows, Protocol protocol) {
    var log = recorded(events, follows);
    var heard = new ArrayList<Heard>();
    var ports = new ArrayList<MemoryPort>();
    var listener =
        new ReplayListener() {
          @Override
          public void answered(
              Instant at, UserId reader, ItemId item, int rank, List<Integer> baselines, int of) {
            heard.add(new Heard(at, reader, item, rank, baselines, of));
          }
        };
    var report =
        Replay.run(
            log,
            settings -> {
              ports.add(new MemoryPort(settings));
              return ports.getFirst();
            },
            new ReplaySettings(7, 1, protocol, 3, 40),
            listener);
    return new Outcome(report, heard, ports.getFirst());
  }

  static RecordedLog recorded(List<LoggedEvent> events, List<LoggedFollow> follows) {
    return new RecordedLog(
        "test", events, follows, PROTOCOL, new Reading(0, 0, List.of(), 0, "", 0), "");
  }

  static LoggedEvent event(int hour, int user, int item, EngagementKind kind) {
    return new LoggedEvent(
        START.plus(Duration.ofHours(hour)),
        new UserId(user),
        new ItemId(item),
        kind,
        null,
        "",
        "ZZ");
  }

  static List<LoggedEvent> log(Gen gen) {
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
}
