package dev.roost.model.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/// All that is known of a version.
///
/// @param steps its life so far, oldest first, at least one
public record ModelVersion(Offer offer, List<Step> steps) {

  /// A stage that the version entered.
  ///
  /// @param reason why, in a few words
  /// @param evidence on which the decision rests
  public record Step(Stage stage, Instant at, String reason, Evidence evidence) {
    public Step {
      requireNonNull(stage);
      requireNonNull(at);
      requireNonNull(reason);
      requireNonNull(evidence);
    }
  }

  public ModelVersion {
    requireNonNull(offer);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a version has a stage: " + offer.version());
    }
  }

  /// Returns the name.
  public String version() {
    return offer.version();
  }

  /// Returns the step that led to the present stage.
  public Step now() {
    return steps.getLast();
  }

  /// Returns the present stage.
  public Stage stage() {
    return now().stage();
  }
}
