package dev.roost.simulator.scenario;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change that a scenario asks for: of the world, of what is told of it, or of the recommender.
///
/// @param onset when it begins, after the start of the world; at least 0
/// @param until when it is over, later than the onset; null for never
/// @param magnitude how strong it is when whole, in `(0, 1]`; what that means depends on the kind
/// @param place where the scenario asks for it, such as `flip.conf: 5`; empty if nowhere
public record Drift(
    DriftKind kind,
    Slice slice,
    Duration onset,
    Ramp ramp,
    @Nullable Duration until,
    double magnitude,
    Options options,
    String place) {

  public Drift {
    requireNonNull(kind);
    requireNonNull(ramp);
    requireNonNull(options);
    check(!onset.isNegative(), "onset must not be negative: " + onset);
    check(
        until == null || until.compareTo(onset) > 0,
        "until must be later than the onset %s: %s".formatted(onset, until));
    check(magnitude > 0 && magnitude <= 1, "magnitude must be above 0 and at most 1: " + magnitude);
    switch (kind.aim()) {
      case EVERYBODY ->
          check(slice.equals(Slice.ALL), kind.label() + " is for all: leave the slice out");
      case SLICE ->
          check(!slice.equals(Slice.ALL), kind.label() + " needs a slice, such as country=BR");
      case READERS, AUTHORS -> {}
    }
  }

  /// Returns a sudden drift without end, as strong as its kind can be, with the usual options.
  public static Drift sudden(DriftKind kind, Slice slice, Duration onset) {
    return new Drift(
        kind, slice, onset, new Ramp.Sudden(), null, 1, Options.usual(kind), kind.label());
  }

  /// Returns the same with another magnitude.
  public Drift ofMagnitude(double other) {
    return new Drift(kind, slice, onset, ramp, until, other, options, place);
  }

  /// Returns the same with another ramp.
  public Drift ramping(Ramp other) {
    return new Drift(kind, slice, onset, other, until, magnitude, options, place);
  }

  /// Returns the same with an option chosen.
  public Drift with(String option, Object value) {
    return new Drift(
        kind, slice, onset, ramp, until, magnitude, options.with(option, value), place);
  }

  /// Returns the same until an instant after the start.
  public Drift until(Duration end) {
    return new Drift(kind, slice, onset, ramp, end, magnitude, options, place);
  }

  /// Returns the names that a monitor may give to the place of the change, the slice first.
  public List<String> places() {
    var chosen = options.values().get("feature");
    return chosen == null ? List.of(slice.label()) : List.of("feature=" + chosen, slice.label());
  }

  /// Returns when it is whole for the first time, after the start of the world.
  public Duration whole() {
    return onset.plus(ramp.length());
  }

  /// Returns how far it has come at a time after the start of the world, in `[0, 1]`.
  public double progress(Duration at) {
    boolean isOver = until != null && at.compareTo(until) >= 0;
    return at.compareTo(onset) < 0 || isOver ? 0 : ramp.progress(at.minus(onset));
  }

  /// Returns whether the two would turn the same thing for the same people at the same time.
  boolean contradicts(Drift other) {
    return kind.turns(options).equals(other.kind.turns(other.options))
        && slice.meets(other.slice)
        && (until == null || until.compareTo(other.onset) > 0)
        && (other.until == null || other.until.compareTo(onset) > 0);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
