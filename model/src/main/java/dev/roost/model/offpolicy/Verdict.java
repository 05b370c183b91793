package dev.roost.model.offpolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Whether an estimate may be acted upon.
public sealed interface Verdict {

  /// Effective rows without which nothing is said.
  double ROWS = 1_000;

  /// Effective readers below which a bootstrap of readers promises too much: Cameron, Gelbach and
  /// Miller, [Bootstrap-based improvements for inference with clustered
  /// errors](https://doi.org/10.1162/rest.90.3.414), 2008.
  double READERS = 30;

  /// Effective rows with a reward, below which an interval may be short for want of events.
  double REWARDED = 10;

  /// The interval holds what it promises, if what the estimator assumes is true.
  record Enough() implements Verdict {}

  /// No verdict: too little evidence.
  ///
  /// @param missing what there is too little of, at least one
  record TooLittleEvidence(List<Shortfall> missing) implements Verdict {

    public TooLittleEvidence {
      missing = List.copyOf(missing);
      if (missing.isEmpty()) {
        throw new IllegalArgumentException("something must be missing");
      }
    }

    @Override
    public String toString() {
      return missing.stream()
          .map(Shortfall::toString)
          .collect(Collectors.joining("; ", "too little evidence: ", ""));
    }
  }

  /// Returns the verdict that evidence allows.
  static Verdict on(Evidence evidence) {
    var missing = new ArrayList<Shortfall>();
    require(missing, "effective rows", evidence.effectiveSize(), ROWS);
    require(missing, "effective readers", evidence.effectiveReaders(), READERS);
    require(missing, "effective rows with a reward", evidence.effectiveRewarded(), REWARDED);
    return missing.isEmpty() ? new Enough() : new TooLittleEvidence(missing);
  }

  private static void require(List<Shortfall> missing, String what, double has, double needs) {
    if (!(has >= needs)) {
      missing.add(new Shortfall(what, has, needs));
    }
  }
}
