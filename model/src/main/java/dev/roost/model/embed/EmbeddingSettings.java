package dev.roost.model.embed;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// How an embedding is learned.
///
/// @param dimensions of the space, 1 to 256
/// @param iterations of the subspace, 1 to 20; more separate close singular values better
/// @param minEvidence positives, faded, below which a token gets no vector; above 0
/// @param halfLife by which positives fade before the newest one; above zero
public record EmbeddingSettings(
    int dimensions, int iterations, double minEvidence, Duration halfLife) {

  public EmbeddingSettings {
    requireNonNull(halfLife);
    if (!(dimensions >= 1 && dimensions <= 256)) {
      throw new IllegalArgumentException("dimensions must be from 1 to 256: " + dimensions);
    }
    if (!(iterations >= 1 && iterations <= 20)) {
      throw new IllegalArgumentException("iterations must be from 1 to 20: " + iterations);
    }
    if (!(minEvidence > 0 && minEvidence < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("min-evidence must be above 0: " + minEvidence);
    }
    if (!halfLife.isPositive()) {
      throw new IllegalArgumentException("half-life must be above zero: " + halfLife);
    }
  }

  /// Returns settings for the table's usual 16 dimensions.
  public static EmbeddingSettings usual() {
    return new EmbeddingSettings(16, 5, 1.5, Duration.ofDays(14));
  }
}
