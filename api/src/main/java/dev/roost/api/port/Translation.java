package dev.roost.api.port;

import dev.roost.model.fault.Fault;
import dev.roost.model.fault.Touched;
import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.Source;
import dev.roost.simulator.port.PipelineFault;
import java.util.Locale;

/// Says in the recommender's terms what a simulation asks it to break.
final class Translation {

  private Translation() {}

  static Fault of(PipelineFault asked) {
    var readers = Touched.of(asked.share(), asked.name());
    return switch (asked) {
      case PipelineFault.FeatureNulled(var name, _) ->
          new Fault.Written(feature(name), feature(name).missing(), readers);
      case PipelineFault.FeatureConstant(var name, var value, _) ->
          new Fault.Written(feature(name), (float) value, readers);
      case PipelineFault.FeatureScaled(var name, var factor, _) ->
          new Fault.Scaled(feature(name), (float) factor, readers);
      case PipelineFault.FeatureStale(var name, _) -> new Fault.Stale(feature(name), readers);
      case PipelineFault.FeatureSwapped(var name, var other, _) ->
          new Fault.Swapped(feature(name), feature(other), readers);
      case PipelineFault.ModelFrozen() -> new Fault.ModelsFrozen();
      case PipelineFault.ModelVersionSkew _ -> new Fault.PreviousModel(readers);
      case PipelineFault.EmbeddingVersionSkew _ -> new Fault.PreviousTastes(readers);
      case PipelineFault.SourceStarved(var name, _) ->
          new Fault.SourceStarved(Source.valueOf(constant(name)), readers);
      case PipelineFault.IndexStale _ -> new Fault.IndexStale(readers);
      case PipelineFault.TrainingServingSkew(var name, var factor, var offset, _) ->
          new Fault.LoggedOtherwise(feature(name), (float) factor, (float) offset, readers);
      case PipelineFault.LeakyBackfill(var name, _) ->
          new Fault.LeakyBackfill(feature(name), readers);
    };
  }

  private static Feature feature(String name) {
    return Feature.values()[FeatureSchema.standard().indexOf(name).orElseThrow()];
  }

  private static String constant(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
