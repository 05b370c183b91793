package dev.roost.model.train;

import static java.util.Objects.requireNonNull;

import dev.roost.model.rank.RankingModel;

/// How a training ends.
public sealed interface Training {

  /// A model, and how it did on the newest examples, which it never saw.
  record Trained(RankingModel model, Evaluation evaluation) implements Training {
    public Trained {
      requireNonNull(model);
      requireNonNull(evaluation);
    }
  }

  /// There are not enough examples.
  record TooFewRows(int rows, int least) implements Training {}

  /// All examples to fit are positive, or none is.
  record OneClassOnly(int rows, int positives) implements Training {}

  /// A row or a fitted tree holds what is not finite, or a row has too many or too few values.
  record Unsound(String complaint) implements Training {
    public Unsound {
      requireNonNull(complaint);
    }
  }

  /// Whoever watched it ended it.
  ///
  /// @param progress how far it was
  record Cancelled(String progress) implements Training {
    public Cancelled {
      requireNonNull(progress);
    }
  }

  /// Quality on the newest slice held out. The model was calibrated on the slice before it; the one
  /// that is offered is then calibrated on both.
  ///
  /// @param rows of the slice
  /// @param auc area under the ROC curve, NaN if one class is missing
  /// @param logLoss mean over impressions, in nats
  /// @param normalisedEntropy log loss divided by that of the mean rate, NaN if one class is
  ///     missing
  /// @param calibration positives observed divided by expected
  record Evaluation(
      int rows, double auc, double logLoss, double normalisedEntropy, double calibration) {}
}
