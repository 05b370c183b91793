package dev.roost.simulator.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The run in the order in which a person asks: facts, and the same in words.
///
/// @param headline such as `sudden taste flip (BR, 1,000 of 5,000 users), seed 7`
/// @param harm change of all readers' engagement value over 48 hours, a fraction; unknown without
///     twins or without an injection
/// @param placebo half width of the band in which two clean worlds differ by chance alone over the
///     same hours, a fraction; NaN without twins
/// @param detection the incident that the injection explains; null if missed or nothing injected
/// @param healed share of the attainable value regained in the slice by the last two days
/// @param frozen change of the slice's value over the last two days where no model was trained
///     after the onset, a fraction of the attainable
/// @param smallestVisible smallest change over 48 hours that stands out of the placebo band, a
///     fraction; NaN without twins
/// @param passed whether every invariant held
/// @param lines the verdict in words, in order
public record Verdict(
    String headline,
    Estimate harm,
    double placebo,
    @Nullable Detection detection,
    int falseIncidents,
    double cleanDays,
    @Nullable Loop loop,
    Estimate healed,
    Estimate frozen,
    double smallestVisible,
    boolean passed,
    List<Line> lines) {

  public Verdict {
    lines = List.copyOf(lines);
  }

  /// One line in words.
  ///
  /// @param label such as `Harm`
  /// @param mark judgement shown beside it, such as `CORRECT`; empty if there is none
  /// @param tone how it is to be felt
  public record Line(String label, String text, String mark, Tone tone) {}

  /// Whether a line is good news.
  public enum Tone {
    GOOD,
    BAD,
    NEUTRAL
  }

  /// The first incident that the injection explains.
  ///
  /// @param opened its first alarm
  /// @param delay from the true onset
  /// @param onsetFrom earliest instant of the estimated onset
  /// @param onsetTo latest instant of the estimated onset
  /// @param onsetInside whether the true onset lies between the two
  /// @param suspect class and slice named first, such as `concept / country=BR`
  /// @param suspectRight whether both are those of the injection
  public record Detection(
      int incident,
      Instant opened,
      Duration delay,
      Instant onsetFrom,
      Instant onsetTo,
      boolean onsetInside,
      String suspect,
      boolean suspectRight,
      String evidence) {}

  /// What the recommender did about it.
  ///
  /// @param installed the first model installed after the onset
  /// @param version its name
  /// @param reason what led to it
  /// @param models how many models were installed after the onset
  /// @param offered when its training had ended
  /// @param shadow since when it foretold without ranking; null if it never did
  /// @param canary since when it ranked for some readers; null if it never did
  public record Loop(
      Instant installed,
      String version,
      String reason,
      int models,
      Instant offered,
      @Nullable Instant shadow,
      @Nullable Instant canary) {}
}
