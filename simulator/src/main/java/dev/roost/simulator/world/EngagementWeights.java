package dev.roost.simulator.world;

import dev.roost.model.domain.EngagementKind;

/// What an engagement is worth by kind; a hide costs.
///
/// @param hide value lost by a hide, at least 0
/// @param report value lost by a report, at least 0
public record EngagementWeights(
    double view,
    double click,
    double like,
    double share,
    double comment,
    double hide,
    double report) {

  public EngagementWeights {
    for (double weight : new double[] {view, click, like, share, comment, hide, report}) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weights must be finite and at least 0: " + weight);
      }
    }
  }

  /// Returns the weights of a run that names no others.
  public static EngagementWeights standard() {
    return new EngagementWeights(0, 1, 2, 4, 3, 4, 20);
  }

  /// Returns what one engagement adds to the total, below 0 for a hide or report.
  public double of(EngagementKind kind) {
    return switch (kind) {
      case IMPRESSION -> 0;
      case VIEW -> view;
      case CLICK -> click;
      case LIKE -> like;
      case SHARE -> share;
      case COMMENT -> comment;
      case HIDE -> -hide;
      case REPORT -> -report;
    };
  }
}
