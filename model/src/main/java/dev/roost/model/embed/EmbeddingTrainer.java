package dev.roost.model.embed;

import dev.roost.model.learn.Example;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Learns a [TokenEmbedding] from positive engagements.
///
/// Readers are rows and tokens of items columns of a matrix: the root of the faded number of
/// positives. It is divided by the roots of its row and column sums, so that being loud counts for
/// nothing, and cut to its leading singular vectors but the first, which says only who is loud. A
/// token's vector has its coordinates there, times the singular values, at length 1.
///
/// Source: the spectral embedding of Dhillon, [Co-clustering documents and
/// words](https://doi.org/10.1145/502512.502550), KDD 2001, scaled by singular values.
public final class EmbeddingTrainer {

  private static final float COHORT_SHRINKAGE = 20; // positives at which a cohort's taste is halved

  private EmbeddingTrainer() {}

  /// Returns the space that explains who engaged with what; empty if there is too little to learn.
  ///
  /// O(p·d) for p positives and d dimensions; the order of the examples does not matter.
  ///
  /// @param examples those that are not positive are ignored
  /// @param version of the space, to be different from any other's
  public static TokenEmbedding train(
      List<Example> examples, EmbeddingSettings settings, long seed, String version) {
    var positives = examples.stream().filter(Example::isPositive).sorted(TIME_THEN_WHAT).toList();
    if (positives.isEmpty()) {
      return TokenEmbedding.empty(version, settings.dimensions());
    }
    var tokens = Tokens.of(positives, fades(positives, settings), settings.minEvidence());
    if (tokens.columns() < 2 || tokens.readers() < 2) {
      return TokenEmbedding.empty(version, settings.dimensions());
    }
    var embedding = vectors(tokens, settings, seed, version);
    return embedding.withCohorts(cohorts(positives, fades(positives, settings), embedding));
  }

  private static final Comparator<Example> TIME_THEN_WHAT =
      Comparator.comparing((Example example) -> example.served().at())
          .thenComparing(example -> example.served().reader())
          .thenComparing(example -> example.served().item())
          .thenComparing(example -> example.served().request());

  private static double[] fades(List<Example> positives, EmbeddingSettings settings) {
    Instant newest = positives.getLast().served().at();
    double halfLife = settings.halfLife().toMillis();
    return positives.stream()
        .mapToDouble(
            example -> {
              long age = newest.toEpochMilli() - example.served().at().toEpochMilli();
              return StrictMath.pow(2, -age / halfLife) * example.weight();
            })
        .toArray();
  }

  private static TokenEmbedding vectors(
      Tokens tokens, EmbeddingSettings settings, long seed, String version) {
    int dimensions = settings.dimensions();
    var matrix = tokens.matrix();
    matrix.normalise();
    var singular = SubspaceIteration.of(matrix, dimensions + 1, settings.iterations(), seed);
    var vectors = new float[tokens.columns() * dimensions];
    for (int token = 0; token < tokens.columns(); token++) {
      place(singular, token, vectors, dimensions);
    }
    return tokens.embedding(version, vectors, dimensions);
  }

  private static void place(
      SubspaceIteration.Singular singular, int token, float[] vectors, int dimensions) {
    int used = Math.min(dimensions, singular.width() - 1);
    var place = new double[used];
    double length = 0;
    for (int d = 0; d < used; d++) {
      place[d] = singular.vectors()[token * singular.width() + d + 1] * singular.values()[d + 1];
      length += place[d] * place[d];
    }
    for (int d = 0; d < used && length > 0; d++) {
      vectors[token * dimensions + d] = (float) (place[d] / Math.sqrt(length));
    }
  }

  private static TokenFamily cohorts(
      List<Example> positives, double[] fades, TokenEmbedding embedding) {
    var sums = new CohortSums(embedding.dimensions());
    var place = new float[embedding.dimensions()];
    for (int i = 0; i < fades.length; i++) {
      var served = positives.get(i).served();
      embedding.embed(served.item().value(), served.author().value(), served.topic(), place);
      sums.add(Cohorts.country(served.profile()), fades[i], place);
      sums.add(Cohorts.ageBand(served.profile()), fades[i], place);
      sums.add(Cohorts.language(served.profile()), fades[i], place);
    }
    return sums.family(COHORT_SHRINKAGE);
  }
}
