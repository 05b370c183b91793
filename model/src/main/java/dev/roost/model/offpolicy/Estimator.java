package dev.roost.model.offpolicy;

/// How a value is estimated; [OffPolicy] says what each assumes.
public enum Estimator {
  /// Inverse propensity scores.
  IPS,
  /// Inverse propensity scores whose weights are cut at a cap.
  CLIPPED_IPS,
  /// Self-normalised inverse propensity scores.
  SNIPS,
  /// The direct method: a model of the reward alone.
  DIRECT,
  /// Doubly robust: the model, corrected by the weighted errors it makes.
  DOUBLY_ROBUST
}
