package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A baseline of nearness and popularity: told everything, tuned once, then asked.
final class Mixed {

  /// What the tuning chose: for all live items, and for those not engaged with before.
  record Tuned(Mix plain, Mix engagedLast) {}

  /// How the live items stand by both.
  record Standings(Standing plain, Standing engagedLast) {}

  private final MixTuning tuning;
  private final Chance ties;
  private List<Affinity> told;
  private @Nullable Tuned tuned;

  Mixed(List<Affinity> affinities, Popularities popularities, LiveItems live, Chance ties) {
    tuning = new MixTuning(affinities, popularities, live, ties);
    told = List.copyOf(affinities);
    this.ties = ties;
  }

  /// Takes notice of the questions of one reader and instant of the tuning time.
  void learn(UserId reader, List<Integer> answers, SequencedSet<Integer> engaged, Instant now) {
    tuning.ask(reader, answers, engaged, now);
  }

  /// Takes notice of a reader's first engagement with an item, after all questions of its instant.
  void tell(UserId reader, SequencedSet<Integer> earlier, int item, Instant at) {
    told.forEach(affinity -> affinity.tell(reader, earlier, item, at));
  }

  /// Returns what the tuning found, ending it now if it has not ended.
  Tuned tuned(Tuning popularity) {
    if (tuned == null) {
      tuned = new Tuned(tuning.best(popularity), tuning.bestEngagedLast(popularity));
      told =
          Stream.of(tuned.plain().affinity(), tuned.engagedLast().affinity()).distinct().toList();
    }
    return tuned;
  }

  /// Returns how the live items stand with a reader now, by both of what the tuning found.
  Standings standings(
      Tuned by, UserId reader, SequencedSet<Integer> engaged, LiveItems live, Instant now) {
    var plain = by.plain();
    var last = by.engagedLast();
    double[] near = plain.affinity().to(reader, engaged, now);
    double[] nearLast =
        last.affinity().equals(plain.affinity()) ? near : last.affinity().to(reader, engaged, now);
    return new Standings(
        plain.standing(near, live, ties, now), last.standing(nearLast, live, ties, now));
  }
}
