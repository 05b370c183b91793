package dev.roost.simulator.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the drift ledger: what was done to the world, and what it truly changed.
///
/// @param kind such as `taste-flip`
/// @param suspect class of cause that a monitor should name, such as `concept`
/// @param acceptable all classes that a monitor may name without being wrong, `suspect` first
/// @param slice affected readers, such as `country=BR`
/// @param affected how many of the users of the start those are
/// @param ramp time from the first change to the whole; zero if sudden
/// @param until when it is over; null for never
/// @param magnitude how strong it is, in `(0, 1]`; for a `taste-flip` the share of value that is
///     asked to be lost in the slice while a recommender has learned four parts in ten of it
/// @param effect change of the engagement value of all readers over the 48 hours from the onset,
///     as a fraction of the clean twin's, with an interval over readers; unknown without twins
/// @param sliceEffect the same over the affected readers alone
/// @param attainable change of the oracle's expected value in the slice over the same hours, a
///     fraction: what no recommender could have kept; unknown without twins
public record Injected(
    String kind,
    String suspect,
    List<String> acceptable,
    String slice,
    int affected,
    Instant onset,
    Duration ramp,
    @Nullable Instant until,
    double magnitude,
    Estimate effect,
    Estimate sliceEffect,
    double attainable) {

  public Injected {
    acceptable = List.copyOf(acceptable);
  }
}
