package dev.roost.model.metric;

import dev.roost.model.Gen;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Draws predictions with ties, both outcomes present.
final class PredictionSample {

  final double[] probabilities;
  final boolean[] outcomes;
  final double[] weights;

  private PredictionSample(int size) {
    probabilities = new double[size];
    outcomes = new boolean[size];
    weights = new double[size];
  }

  static PredictionSample of(Gen gen) {
    int size = gen.whole(2, 60);
    var sample = new PredictionSample(size);
    for (int i = 0; i < size; i++) {
      sample.probabilities[i] = gen.whole(1, 20) / 20.0;
      sample.outcomes[i] = i == 0 || (i != 1 && gen.either());
      sample.weights[i] = gen.whole(0, 5);
    }
    sample.weights[0] = 1;
    sample.weights[1] = 2;
    return sample;
  }

  Predictions unweighted() {
    return Predictions.of(probabilities, outcomes);
  }

  Predictions weighted() {
    return Predictions.of(probabilities, outcomes, weights);
  }

  /// Returns the same predictions, each repeated as often as it weighs.
  Predictions repeated() {
    int[] index =
        IntStream.range(0, weights.length)
            .flatMap(i -> IntStream.range(0, (int) weights[i]).map(_ -> i))
            .toArray();
    boolean[] happened = new boolean[index.length];
    for (int i = 0; i < index.length; i++) {
      happened[i] = outcomes[index[i]];
    }
    return Predictions.of(
        Arrays.stream(index).mapToDouble(i -> probabilities[i]).toArray(), happened);
  }

  int[] truth() {
    return IntStream.range(0, outcomes.length).map(i -> outcomes[i] ? 1 : 0).toArray();
  }
}
