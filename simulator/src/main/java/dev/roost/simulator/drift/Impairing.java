package dev.roost.simulator.drift;

import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;
import java.util.List;

/// Breaks a part of the recommender without a word.
final class Impairing implements Injection {

  private final Drift drift;
  private final boolean[] people;
  private final Dose dose;
  private final PipelineFault whole;

  /// @throws IllegalArgumentException if nothing would be broken, as by a factor of 1
  Impairing(Drift drift, World world, boolean[] people) {
    this.drift = drift;
    this.people = people;
    this.dose = new Dose(drift, world);
    this.whole = fault(1); // made now, so that what cannot be broken is refused before the run
  }

  @Override
  public void apply(int tick) {
    dose.moveTo(tick);
  }

  @Override
  public List<PipelineFault> faults() {
    double share = dose.ofAll();
    if (share == 0) {
      return List.of();
    }
    return List.of(share == 1 ? whole : fault(share));
  }

  /// @param share of the readers whose requests it touches
  private PipelineFault fault(double share) {
    var options = drift.options();
    return switch (drift.kind()) {
      case FEATURE_NULLED -> new PipelineFault.FeatureNulled(options.word("feature"), share);
      case FEATURE_CONSTANT ->
          new PipelineFault.FeatureConstant(
              options.word("feature"), options.number("value"), share);
      case FEATURE_SCALED ->
          new PipelineFault.FeatureScaled(options.word("feature"), options.number("factor"), share);
      case FEATURE_STALE -> new PipelineFault.FeatureStale(options.word("feature"), share);
      case FEATURE_SWAPPED ->
          new PipelineFault.FeatureSwapped(options.word("feature"), options.word("other"), share);
      case MODEL_FROZEN -> new PipelineFault.ModelFrozen();
      case MODEL_VERSION_SKEW -> new PipelineFault.ModelVersionSkew(share);
      case EMBEDDING_VERSION_SKEW -> new PipelineFault.EmbeddingVersionSkew(share);
      case SOURCE_STARVED -> new PipelineFault.SourceStarved(options.word("source"), share);
      case INDEX_STALE -> new PipelineFault.IndexStale(share);
      case TRAINING_SERVING_SKEW ->
          new PipelineFault.TrainingServingSkew(
              options.word("feature"), options.number("factor"), 0, share);
      case LEAKY_BACKFILL -> new PipelineFault.LeakyBackfill(options.word("feature"), share);
      default -> throw new IllegalStateException("breaks nothing: " + drift.kind().label());
    };
  }

  @Override
  public boolean[] affected() {
    return people.clone();
  }
}
