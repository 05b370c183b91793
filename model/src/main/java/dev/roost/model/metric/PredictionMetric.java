package dev.roost.model.metric;

import java.util.OptionalDouble;

/// What can be asked of any set of predictions, under the name it has in reports.
public enum PredictionMetric {
  ROC_AUC("auc"),
  PR_AUC("prAuc"),
  LOG_LOSS("logLoss"),
  NORMALISED_ENTROPY("normalisedEntropy"),
  CALIBRATION("calibration"),
  CALIBRATION_ERROR("calibrationError"),
  BRIER("brier");

  private static final int BINS = 10;

  private final String label;

  PredictionMetric(String label) {
    this.label = label;
  }

  /// Returns the name in reports.
  public String label() {
    return label;
  }

  /// Returns the value; empty where the metric has none.
  public OptionalDouble of(Predictions predictions) {
    return switch (this) {
      case ROC_AUC -> RocAuc.of(predictions);
      case PR_AUC -> PrAuc.of(predictions);
      case LOG_LOSS -> LogLoss.of(predictions);
      case NORMALISED_ENTROPY -> NormalisedEntropy.of(predictions);
      case CALIBRATION -> Calibration.ratio(predictions);
      case CALIBRATION_ERROR -> Calibration.error(predictions, BINS);
      case BRIER -> Brier.of(predictions);
    };
  }
}
