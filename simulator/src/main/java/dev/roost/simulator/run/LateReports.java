package dev.roost.simulator.run;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// What readers did and what is told of it later, by the tick in which it is. Any thread may add.
final class LateReports {

  /// Engagements that are told late.
  ///
  /// @param at when they are said to have happened
  record Late(UserId reader, RequestId request, Instant at, List<Engagement> engagements) {
    Late {
      engagements = List.copyOf(engagements);
    }
  }

  private static final Comparator<Late> ORDER =
      Comparator.comparing(Late::reader).thenComparing(Late::request).thenComparing(Late::at);

  private final TreeMap<Integer, List<Late>> byTick = new TreeMap<>();

  synchronized void add(int tick, Late late) {
    byTick.computeIfAbsent(tick, _ -> new ArrayList<>()).add(late);
  }

  /// Returns what is due by a tick and removes it; in order of reader, whichever thread added it.
  synchronized List<Late> takeDue(int tick) {
    var due = new ArrayList<Late>();
    while (!byTick.isEmpty() && byTick.firstKey() <= tick) {
      due.addAll(byTick.pollFirstEntry().getValue());
    }
    due.sort(ORDER);
    return due;
  }
}
