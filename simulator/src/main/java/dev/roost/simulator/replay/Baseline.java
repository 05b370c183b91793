package dev.roost.simulator.replay;

import dev.roost.model.chance.Chance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Popularity: tuned on the questions up to an instant, then asked like the recommender.
final class Baseline {

  private final Tuning tuning;
  private final Instant tunedAt;
  private final LiveItems live;
  private final Chance ties;
  private Tuning.@Nullable Tuned tuned;

  Baseline(Instant start, Instant tunedAt, LiveItems live, Chance ties) {
    tuning = new Tuning(start);
    this.tunedAt = tunedAt;
    this.live = live;
    this.ties = ties;
  }

  /// Returns what the tuning found, ending it now if it has not ended.
  Tuning.Tuned tuned() {
    if (tuned == null) {
      tuned = tuning.best();
    }
    return tuned;
  }

  /// Returns whether questions of `now` are scored rather than tuned on.
  boolean isTuned(Instant now) {
    return tuned != null || !now.isBefore(tunedAt);
  }

  /// Takes notice of the answers of one instant of the tuning time.
  void learn(List<Integer> answers, Instant now) {
    tuning.ask(answers, live, ties, now);
  }

  /// Returns how the live items stand now.
  Standing standing(Instant now) {
    return Standing.of(tuned().popularity(), live, ties, now);
  }

  /// Takes notice of a reader's first engagement with an item.
  void tell(int item, Instant at) {
    if (tuned == null) {
      tuning.tell(item, at);
    } else {
      tuned.popularity().add(item, at);
    }
  }
}
