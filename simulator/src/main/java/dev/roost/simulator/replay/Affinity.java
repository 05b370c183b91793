package dev.roost.simulator.replay;

import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.SequencedSet;

/// How near items are to a reader, learned from who engaged with what so far.
interface Affinity {

  /// Names the method's settings for a report, such as `newest 10`.
  String settings();

  /// Takes notice of a reader's first engagement with an item, after all questions of its instant.
  ///
  /// @param earlier numbers of the items that the reader engaged with before, in order of time
  void tell(UserId reader, SequencedSet<Integer> earlier, int item, Instant at);

  /// Returns how near each live item is to a reader.
  ///
  /// @param engaged numbers of the items that the reader engaged with, in order of time
  /// @return shape `[live]`, in the order of [LiveItems]: each at least 0
  double[] to(UserId reader, SequencedSet<Integer> engaged, Instant now);
}
