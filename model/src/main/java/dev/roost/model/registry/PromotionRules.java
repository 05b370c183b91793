package dev.roost.model.registry;

import dev.roost.model.registry.Evidence.Measure;
import java.time.Duration;

/// The declared rules: whether evidence is enough to move a version on, or to take it back.
///
/// Numbers that are not finite never promote: they fail at once. Too few impressions never
/// promote, either: a stage waits for more until patience ends, and then fails.
///
/// | stage    | passes                                      | fails                             |
/// |----------|---------------------------------------------|-----------------------------------|
/// | shadow   | surely not worse by more than the tolerance | surely worse by more              |
/// | canary   | not surely worse, and its mean not by more  | early: surely worse by more; at   |
/// |          | than the tolerance                          | the end: surely worse             |
/// | champion | never                                       | surely worse than its predecessor |
/// |          |                                             | by more than the tolerance        |
///
/// "Surely" means by the whole of the 95 % interval over readers. A canary is looked at again and
/// again; the early rule is the stricter one, so that repeated looks seldom condemn an equal.
///
/// @param settings the numbers
public record PromotionRules(RegistrySettings settings) {

  /// What evidence says.
  public enum Judgement {
    WAIT,
    PASS,
    FAIL
  }

  /// Judges a challenger that only foretells.
  ///
  /// @param pace of its trial
  /// @param elapsed since its shadow began
  public Judgement shadow(Pace pace, Duration elapsed, Evidence evidence) {
    if (!evidence.isSound()) {
      return Judgement.FAIL;
    }
    if (!isEnough(evidence, Measure.LOG_LOSS, settings.shadowImpressions())
        || elapsed.compareTo(pace.shadow()) < 0) {
      return late(elapsed);
    }
    double margin = settings.shadowTolerance() * evidence.theirs();
    if (evidence.worseHigh() <= margin) {
      return Judgement.PASS;
    }
    return evidence.worseLow() > margin ? Judgement.FAIL : late(elapsed);
  }

  /// Judges a challenger that ranks for a share of the readers.
  ///
  /// @param pace of its trial
  /// @param elapsed since its canary began
  public Judgement canary(Pace pace, Duration elapsed, Evidence evidence) {
    if (!evidence.isSound()) {
      return Judgement.FAIL;
    }
    if (!isEnough(evidence, Measure.VALUE, settings.canaryImpressions())) {
      return late(elapsed);
    }
    double margin = settings.canaryTolerance() * Math.abs(evidence.theirs());
    if (evidence.worseLow() > margin) {
      return Judgement.FAIL;
    }
    if (elapsed.compareTo(pace.canary()) < 0) {
      return Judgement.WAIT;
    }
    if (evidence.worseLow() > 0) {
      return Judgement.FAIL;
    }
    return evidence.worse() <= margin ? Judgement.PASS : late(elapsed);
  }

  /// Judges a champion beside its predecessor, which foretells what the champion serves.
  public Judgement champion(Evidence evidence) {
    if (!evidence.isSound()) {
      return Judgement.FAIL;
    }
    double margin = settings.watchTolerance() * evidence.theirs();
    return isEnough(evidence, Measure.LOG_LOSS, settings.shadowImpressions())
            && evidence.worseLow() > margin
        ? Judgement.FAIL
        : Judgement.WAIT;
  }

  private static boolean isEnough(Evidence evidence, Measure measure, int least) {
    return evidence.measure() == measure
        && evidence.impressions() >= least
        && evidence.otherImpressions() >= least;
  }

  private Judgement late(Duration elapsed) {
    return elapsed.compareTo(settings.patience()) < 0 ? Judgement.WAIT : Judgement.FAIL;
  }
}
