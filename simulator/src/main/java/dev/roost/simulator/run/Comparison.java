package dev.roost.simulator.run;

import dev.roost.simulator.drift.Resamples;
import dev.roost.simulator.report.Estimate;
import org.jspecify.annotations.Nullable;

/// What the worlds of a run say together: what the injection cost, and how much came back.
final class Comparison {

  private final WorldResult main;
  private final @Nullable WorldResult clean;
  private final @Nullable WorldResult frozen;
  private final @Nullable WorldResult placebo;
  private final boolean[] affected;
  private final boolean[] present;
  private final Resamples resamples;

  /// @param clean null if no twins ran, as are the other two
  /// @param affected shape `[people]`, whom the injections touch
  /// @param present shape `[people]`, who had joined by the onset: nobody else counts, and who left
  ///     counts 0
  Comparison(
      WorldResult main,
      @Nullable WorldResult clean,
      @Nullable WorldResult frozen,
      @Nullable WorldResult placebo,
      boolean[] affected,
      boolean[] present,
      Resamples resamples) {
    this.main = main;
    this.clean = clean;
    this.frozen = frozen;
    this.placebo = placebo;
    this.affected = new boolean[affected.length];
    for (int user = 0; user < affected.length; user++) {
      this.affected[user] = affected[user] && present[user];
    }
    this.present = present;
    this.resamples = resamples;
  }

  /// Returns the change of everybody's value over the harm window.
  Estimate harm() {
    return change(main, everybody());
  }

  /// Returns the change of the slice's value over the harm window.
  Estimate sliceHarm() {
    return change(main, affected);
  }

  /// Returns half the width of the interval in which two clean worlds differ, NaN without twins.
  double placeboBand() {
    if (placebo == null) {
      return Double.NaN;
    }
    var difference = change(placebo, everybody());
    return (difference.high() - difference.low()) / 2;
  }

  private Estimate change(WorldResult world, boolean[] members) {
    if (clean == null) {
      return Estimate.unknown();
    }
    return resamples.estimate(
        members, sums -> sums[0] / sums[1] - 1, world.harm().value(), clean.harm().value());
  }

  /// Returns the change of what the slice's oracle could have had over the harm window.
  double attainable() {
    return clean == null ? Double.NaN : main.harm().oracle() / clean.harm().oracle() - 1;
  }

  /// Returns which share of the slice's lost but attainable value was regained in the late window.
  Estimate healed() {
    if (clean == null || main.late().isEmpty()) {
      return Estimate.unknown();
    }
    double early = main.harm().oracle() / clean.harm().oracle();
    double late = main.late().oracle() / clean.late().oracle();
    return resamples.estimate(
        affected,
        sums -> {
          double first = sums[0] / (sums[1] * early);
          double last = sums[2] / (sums[3] * late);
          return (last - first) / (1 - first);
        },
        main.harm().value(),
        clean.harm().value(),
        main.late().value(),
        clean.late().value());
  }

  /// Returns how far the slice of the frozen world is from the attainable in the late window.
  Estimate withoutLearning() {
    if (clean == null || frozen == null || main.late().isEmpty()) {
      return Estimate.unknown();
    }
    double late = frozen.late().oracle() / clean.late().oracle();
    return resamples.estimate(
        affected,
        sums -> sums[0] / (sums[1] * late) - 1,
        frozen.late().value(),
        clean.late().value());
  }

  private boolean[] everybody() {
    return present.clone();
  }
}
