package dev.roost.model.rank;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// Where a model comes from: enough to train it again.
///
/// @param from time of the oldest example
/// @param until time of the newest example
/// @param rows examples, training and held out together
/// @param positives of those, with a positive engagement
/// @param dataHash SHA-256 of the examples, in hexadecimal
/// @param options of the training, as text
/// @param platform versions of the learner, the virtual machine and the processor's kind
public record Provenance(
    Instant from,
    Instant until,
    int rows,
    int positives,
    String dataHash,
    String options,
    long seed,
    String platform) {

  public Provenance {
    requireNonNull(from);
    requireNonNull(until);
    requireNonNull(dataHash);
    requireNonNull(options);
    requireNonNull(platform);
  }
}
