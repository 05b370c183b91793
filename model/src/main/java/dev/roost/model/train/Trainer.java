package dev.roost.model.train;

import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import dev.roost.model.metric.Calibration;
import dev.roost.model.metric.LogLoss;
import dev.roost.model.metric.NormalisedEntropy;
import dev.roost.model.metric.Predictions;
import dev.roost.model.metric.RocAuc;
import dev.roost.model.rank.FlatTrees;
import dev.roost.model.rank.PlattScaling;
import dev.roost.model.rank.Provenance;
import dev.roost.model.rank.RankingModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Fits ranking models to examples of the standard schema.
///
/// The oldest examples train the trees, the next slice calibrates them, the newest measures the
/// result. The trees do not see weights; calibration does, and undoes what sampling did to the
/// rates. Equal arguments give an equal model on any thread.
public final class Trainer {

  private static final FeatureSchema SCHEMA = FeatureSchema.standard();

  private static final Comparator<Example> BY_TIME =
      Comparator.comparing((Example example) -> example.served().at())
          .thenComparing(example -> example.served().request())
          .thenComparing(example -> example.served().item());

  private Trainer() {}

  /// Returns a model of the newest examples, or why there is none.
  ///
  /// Blocks for some tenths of a millisecond per example and fifty trees.
  ///
  /// @param examples in any order
  /// @param embedding the space of tastes that the model brings along
  public static Training train(
      String version, List<Example> examples, TokenEmbedding embedding, TrainSettings settings) {
    var newest = newest(examples, settings.maxRows());
    if (newest.size() < settings.minRows()) {
      return new Training.TooFewRows(newest.size(), settings.minRows());
    }
    var complaint = complaint(newest);
    if (complaint.isPresent()) {
      return new Training.Unsound(complaint.get());
    }
    int held = (int) Math.ceil(newest.size() * settings.heldOut());
    var fitting = newest.subList(0, newest.size() - held);
    int positives = positives(fitting);
    return positives == 0 || positives == fitting.size()
        ? new Training.OneClassOnly(fitting.size(), positives)
        : trained(version, newest, fitting.size(), embedding, settings);
  }

  private static List<Example> newest(List<Example> examples, int most) {
    var sorted = examples.stream().sorted(BY_TIME).toList();
    return sorted.subList(Math.max(0, sorted.size() - most), sorted.size());
  }

  private static Optional<String> complaint(List<Example> examples) {
    for (var example : examples) {
      if (example.featureCount() != SCHEMA.size()) {
        return Optional.of(
            "row has " + example.featureCount() + " values, schema " + SCHEMA.size());
      }
      for (int i = 0; i < SCHEMA.size(); i++) {
        if (!Float.isFinite(example.feature(i))) {
          return Optional.of(
              "%s of %s in %s is %s"
                  .formatted(
                      SCHEMA.column(i).name(),
                      example.served().item(),
                      example.served().request(),
                      example.feature(i)));
        }
      }
    }
    return Optional.empty();
  }

  private static int positives(List<Example> examples) {
    return (int) examples.stream().filter(Example::isPositive).count();
  }

  private static Training trained(
      String version,
      List<Example> newest,
      int fitted,
      TokenEmbedding embedding,
      TrainSettings settings) {
    var fitting = newest.subList(0, fitted);
    var rows = fitting.stream().map(Trainer::row).toArray(float[][]::new);
    int[] labels = fitting.stream().mapToInt(example -> example.isPositive() ? 1 : 0).toArray();
    FlatTrees trees;
    try {
      trees = Boosting.fit(rows, labels, SCHEMA.names().toArray(String[]::new), settings).trees();
    } catch (IllegalArgumentException e) { // a greedy fit's leaves may be infinite
      return new Training.Unsound("trees cannot be used: " + e.getMessage());
    }
    var held = newest.subList(fitted, newest.size());
    int middle = held.size() / 2;
    var calibrated = scaling(trees, held.subList(0, middle));
    var evaluation = evaluate(trees, calibrated, held.subList(middle, held.size()));
    var model =
        new RankingModel(
            version,
            SCHEMA.hash(),
            trees,
            scaling(trees, held),
            embedding,
            provenance(newest, settings));
    return new Training.Trained(model, evaluation);
  }

  /// Returns the row as served, but at the place where the item stood, if it stood anywhere.
  static float[] row(Example example) {
    var row = new float[SCHEMA.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = example.feature(i);
    }
    if (example.served().position() != Example.UNPLACED) {
      row[Feature.POSITION.ordinal()] = example.served().position();
    }
    return row;
  }

  private static double[] logOdds(FlatTrees trees, List<Example> examples) {
    var rows = new float[examples.size() * SCHEMA.size()];
    for (int i = 0; i < examples.size(); i++) {
      System.arraycopy(row(examples.get(i)), 0, rows, i * SCHEMA.size(), SCHEMA.size());
    }
    var logOdds = new double[examples.size()];
    trees.logOdds(rows, examples.size(), logOdds);
    return logOdds;
  }

  private static PlattScaling scaling(FlatTrees trees, List<Example> examples) {
    return PlattScaling.fit(logOdds(trees, examples), outcomes(examples), weights(examples));
  }

  private static boolean[] outcomes(List<Example> examples) {
    var outcomes = new boolean[examples.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = examples.get(i).isPositive();
    }
    return outcomes;
  }

  private static double[] weights(List<Example> examples) {
    return examples.stream().mapToDouble(Example::weight).toArray();
  }

  private static Training.Evaluation evaluate(
      FlatTrees trees, PlattScaling scaling, List<Example> examples) {
    var probabilities = logOdds(trees, examples);
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = scaling.probability(probabilities[i]);
    }
    var predictions = Predictions.of(probabilities, outcomes(examples), weights(examples));
    return new Training.Evaluation(
        examples.size(),
        RocAuc.of(predictions).orElse(Double.NaN),
        LogLoss.of(predictions).orElse(Double.NaN),
        NormalisedEntropy.of(predictions).orElse(Double.NaN),
        Calibration.ratio(predictions).orElse(Double.NaN));
  }

  private static Provenance provenance(List<Example> newest, TrainSettings settings) {
    return new Provenance(
        newest.getFirst().served().at(),
        newest.getLast().served().at(),
        newest.size(),
        positives(newest),
        DataHash.of(newest),
        settings.toString(),
        settings.seed(),
        Boosting.LEARNER
            + ", java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.arch", "unknown"));
  }
}
