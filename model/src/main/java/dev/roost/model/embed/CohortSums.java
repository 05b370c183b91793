package dev.roost.model.embed;

import java.util.Map;
import java.util.TreeMap;

/// Sums of places by cohort.
final class CohortSums {

  private final int dimensions;
  private final Map<Long, double[]> sums = new TreeMap<>(); // places, then the weight

  CohortSums(int dimensions) {
    this.dimensions = dimensions;
  }

  void add(long cohort, double weight, float[] place) {
    var sum = sums.computeIfAbsent(cohort, _ -> new double[dimensions + 1]);
    for (int d = 0; d < dimensions; d++) {
      sum[d] += weight * place[d];
    }
    sum[dimensions] += weight;
  }

  /// Returns the means, drawn to zero by `shrinkage` positives there.
  TokenFamily family(float shrinkage) {
    var keys = new long[sums.size()];
    var evidence = new float[keys.length];
    var vectors = new float[keys.length * dimensions];
    int at = 0;
    for (var entry : sums.entrySet()) {
      keys[at] = entry.getKey();
      double weight = entry.getValue()[dimensions];
      evidence[at] = (float) weight;
      for (int d = 0; d < dimensions; d++) {
        vectors[at * dimensions + d] = (float) (entry.getValue()[d] / (weight + shrinkage));
      }
      at++;
    }
    return new TokenFamily(keys, evidence, vectors, dimensions);
  }
}
