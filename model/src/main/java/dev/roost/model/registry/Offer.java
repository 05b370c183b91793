package dev.roost.model.registry;

import static java.util.Objects.requireNonNull;

import dev.roost.model.rank.Provenance;
import dev.roost.model.train.Training;

/// A model that may be used, as it was when it was trained.
///
/// @param version its name, unique among all ever offered
/// @param hash of its file, by which the file is found and checked
/// @param cause what led to its training: `scheduled` or `incident-3`
/// @param urgent whether it answers an incident
/// @param provenance enough to train it again
/// @param evaluation on the newest slice, held out
public record Offer(
    String version,
    String hash,
    String cause,
    boolean urgent,
    Provenance provenance,
    Training.Evaluation evaluation) {

  public Offer {
    requireNonNull(version);
    requireNonNull(hash);
    requireNonNull(cause);
    requireNonNull(provenance);
    requireNonNull(evaluation);
  }

  /// Returns the offer of a model that was trained.
  public static Offer of(Training.Trained training, String hash, String cause, boolean urgent) {
    var model = training.model();
    return new Offer(
        model.version(), hash, cause, urgent, model.provenance(), training.evaluation());
  }
}
