package dev.roost.model.train;

import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import dev.roost.model.metric.Calibration;
import dev.roost.model.metric.LogLoss;
import dev.roost.model.metric.NormalisedEntropy;
import dev.roost.model.metric.Predictions;
import dev.roost.model.metric.RocAuc;
import dev.roost.model.rank.Formula;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.LightRanker;
import dev.roost.model.rank.PlattScaling;
import dev.roost.model.rank.Provenance;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.score.ScorerChoice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/// Fits ranking models to examples of the standard schema.
///
/// The oldest examples are fitted, the next slice calibrates, the newest measures the result. The
/// fit does not see weights; calibration does, and undoes what sampling did to the
/// rates. Equal arguments give an equal model on any thread.
public final class Trainer {

  private static final FeatureSchema SCHEMA = FeatureSchema.standard();
  private static final ScorerChoice PORTABLE = ScorerChoice.named("portable");

  private static final Comparator<Example> BY_TIME =
      Comparator.comparing((Example example) -> example.served().at())
          .thenComparing(example -> example.served().request())
          .thenComparing(example -> example.served().item());

  private Trainer() {}

  /// Returns what [#train(String, List, TokenEmbedding, TrainSettings, TrainingProgress)] does,
  /// unwatched.
  public static Training train(
      String version, List<Example> examples, TokenEmbedding embedding, TrainSettings settings) {
    return train(version, examples, embedding, settings, TrainingProgress.unwatched());
  }

  /// Returns a model of the newest examples, or why there is none.
  ///
  /// Blocks for some tenths of a millisecond per example and fifty trees.
  ///
  /// @param examples in any order
  /// @param embedding the space of tastes that the model brings along
  /// @param progress hears of each step, and may end the training
  public static Training train(
      String version,
      List<Example> examples,
      TokenEmbedding embedding,
      TrainSettings settings,
      TrainingProgress progress) {
    return train(
        version,
        examples,
        settings,
        embedding,
        new Fitting() {
          @Override
          public Formula formula(Fold fold, Steps steps) {
            return Trainer.formula(fold, settings, steps);
          }

          @Override
          public LightRanker light(Fold fold) {
            return Logistic.light(fold, settings);
          }
        },
        progress);
  }

  /// Returns a smaller model that foretells what a larger one does, or why there is none.
  ///
  /// Boosted trees are fitted to the log-odds that the teacher gives to the examples, and a weight
  /// of each leaf to those of each kind of engagement: no outcome is looked at but to calibrate and
  /// to measure. The light ranker and the space of tastes are the teacher's.
  ///
  /// Source: Hinton, Vinyals and Dean, [Distilling the knowledge in a neural
  /// network](https://doi.org/10.48550/arXiv.1503.02531), 2015, with trees for both networks.
  ///
  /// @param examples as for [#train]; those that the teacher was trained on will do
  /// @param settings of the smaller model; the learner is not looked at
  public static Training distil(
      String version,
      RankingModel teacher,
      List<Example> examples,
      TrainSettings settings,
      TrainingProgress progress) {
    return train(
        version,
        examples,
        settings,
        teacher.embedding(),
        new Fitting() {
          @Override
          public Formula formula(Fold fold, Steps steps) {
            var sums = new double[fold.size() * Head.COUNT];
            teacher.formula().compile(PORTABLE).of(fold.flat(), fold.size(), sums);
            return LeafHeads.imitate(fold, sums, settings, steps);
          }

          @Override
          public LightRanker light(Fold fold) {
            return teacher.light();
          }
        },
        progress);
  }

  /// What is fitted to the oldest examples.
  private interface Fitting {
    Formula formula(Fold fold, Steps steps);

    LightRanker light(Fold fold);
  }

  private static Training train(
      String version,
      List<Example> examples,
      TrainSettings settings,
      TokenEmbedding embedding,
      Fitting fitting,
      TrainingProgress progress) {
    var newest = newest(examples, settings.maxRows());
    if (newest.size() < settings.minRows()) {
      return new Training.TooFewRows(newest.size(), settings.minRows());
    }
    var complaint = complaint(newest);
    if (complaint.isPresent()) {
      return new Training.Unsound(complaint.get());
    }
    int held = (int) Math.ceil(newest.size() * settings.heldOut());
    var fitted = newest.subList(0, newest.size() - held);
    int positives = positives(fitted);
    return positives == 0 || positives == fitted.size()
        ? new Training.OneClassOnly(fitted.size(), positives)
        : trained(version, newest, fitted.size(), embedding, settings, fitting, progress);
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
      TrainSettings settings,
      Fitting fitting,
      TrainingProgress progress) {
    var steps = new Steps(progress, steps(settings));
    var fold = Fold.of(newest.subList(0, fitted));
    Formula formula;
    LightRanker light;
    try {
      formula = fitting.formula(fold, steps);
      light = fitting.light(fold);
      steps.did(1);
    } catch (CancellationException e) {
      return new Training.Cancelled(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) { // a greedy fit's leaves may be infinite
      return new Training.Unsound("the fit cannot be used: " + e.getMessage());
    }
    var held = newest.subList(fitted, newest.size());
    int middle = held.size() / 2;
    var provenance = provenance(newest, settings);
    var plain = new Candidate(formula, light, embedding, provenance);
    var first = plain.calibrated(version, Fold.of(held.subList(0, middle)));
    var evaluation = evaluate(first, Fold.of(held.subList(middle, held.size())));
    return new Training.Trained(plain.calibrated(version, Fold.of(held)), evaluation);
  }

  private static Formula formula(Fold fold, TrainSettings settings, Steps steps) {
    return switch (settings.learner()) {
      case TREES_THEN_LOGISTIC -> LeafHeads.fit(fold, settings, steps);
      case BOOSTED_TREES -> SeparateHeads.boosted(fold, settings, steps);
      case RANDOM_FOREST -> SeparateHeads.forests(fold, settings, steps);
      case LOGISTIC -> Logistic.fit(fold, settings, steps);
    };
  }

  /// Returns how many trees and regressions are fitted, that of the light ranker included.
  private static int steps(TrainSettings settings) {
    return 1
        + switch (settings.learner()) {
          case TREES_THEN_LOGISTIC -> settings.trees() + Head.COUNT;
          case BOOSTED_TREES, RANDOM_FOREST -> settings.trees() * Head.COUNT;
          case LOGISTIC -> Head.COUNT;
        };
  }

  /// A model that is not calibrated yet.
  private record Candidate(
      Formula formula, LightRanker light, TokenEmbedding embedding, Provenance provenance) {

    RankingModel calibrated(String version, Fold held) {
      var sums = new double[held.size() * Head.COUNT];
      formula.compile(PORTABLE).of(held.flat(), held.size(), sums);
      var calibration =
          Arrays.stream(Head.values())
              .filter(Head::isProbability)
              .map(head -> scaling(head, sums, held))
              .toList();
      return new RankingModel(
          version, SCHEMA.hash(), formula, calibration, light, embedding, provenance);
    }

    private static PlattScaling scaling(Head head, double[] sums, Fold held) {
      return PlattScaling.fit(column(sums, head), held.outcomes(head), held.weights());
    }
  }

  private static double[] column(double[] all, Head head) {
    return IntStream.range(0, all.length / Head.COUNT)
        .mapToDouble(row -> all[row * Head.COUNT + head.ordinal()])
        .toArray();
  }

  private static Training.Evaluation evaluate(RankingModel model, Fold held) {
    var foretold = new double[held.size() * Head.COUNT];
    model.compile(PORTABLE).foretell(held.flat(), held.size(), foretold);
    var predictions =
        Predictions.of(
            column(foretold, Head.POSITIVE), held.outcomes(Head.POSITIVE), held.weights());
    return new Training.Evaluation(
        held.size(),
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
