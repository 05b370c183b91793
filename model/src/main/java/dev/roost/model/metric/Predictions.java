package dev.roost.model.metric;

import java.util.OptionalDouble;

/// Probabilities beside what came of them, each pair with a weight.
///
/// A final class, not a record, because it owns arrays; they are copied in and never handed out.
public final class Predictions {

  private final double[] probabilities;
  private final boolean[] outcomes;
  private final double[] weights;
  private final ScoreOrder order;

  private Predictions(
      double[] probabilities, boolean[] outcomes, double[] weights, ScoreOrder order) {
    this.probabilities = probabilities;
    this.outcomes = outcomes;
    this.weights = weights;
    this.order = order;
  }

  /// Returns predictions that weigh 1 each.
  ///
  /// @param probabilities shape `[n]`, each in `[0, 1]`
  /// @param outcomes shape `[n]`, whether it happened
  public static Predictions of(double[] probabilities, boolean[] outcomes) {
    return of(probabilities, outcomes, Checks.ones(probabilities.length));
  }

  /// Returns weighted predictions.
  ///
  /// @param probabilities shape `[n]`, each in `[0, 1]`
  /// @param outcomes shape `[n]`, whether it happened
  /// @param weights shape `[n]`, each finite and at least 0
  /// @throws IllegalArgumentException if the lengths differ or a value is outside its range
  public static Predictions of(double[] probabilities, boolean[] outcomes, double[] weights) {
    Checks.sameLength(probabilities.length, outcomes.length, "outcomes");
    Checks.sameLength(probabilities.length, weights.length, "weights");
    for (int i = 0; i < probabilities.length; i++) {
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
        throw new IllegalArgumentException(
            "probability " + i + " must be in [0, 1]: " + probabilities[i]);
      }
    }
    Checks.weights(weights);
    double[] own = probabilities.clone();
    return new Predictions(own, outcomes.clone(), weights.clone(), new ScoreOrder(own));
  }

  /// Returns how many predictions there are.
  public int size() {
    return probabilities.length;
  }

  /// Returns the probability of a prediction, in `[0, 1]`.
  public double probability(int index) {
    return probabilities[index];
  }

  /// Returns whether the predicted event happened.
  public boolean happened(int index) {
    return outcomes[index];
  }

  /// Returns the weight of a prediction, at least 0.
  public double weight(int index) {
    return weights[index];
  }

  /// Returns the sum of all weights.
  public double totalWeight() {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }

  /// Returns the weight of what happened.
  public double observed() {
    double observed = 0;
    for (int i = 0; i < weights.length; i++) {
      observed += outcomes[i] ? weights[i] : 0;
    }
    return observed;
  }

  /// Returns the weight that was expected to happen.
  public double expected() {
    double expected = 0;
    for (int i = 0; i < weights.length; i++) {
      expected += weights[i] * probabilities[i];
    }
    return expected;
  }

  /// Returns the indices by ascending probability; not to be modified.
  int[] ascending() {
    return order.ascending();
  }

  /// Returns how well the probabilities order the outcomes; see [RocAuc].
  OptionalDouble rocAuc() {
    return RocAuc.area(order, outcomes, weights);
  }

  /// Returns how rare what did not happen is among the highest probabilities; see [PrAuc].
  OptionalDouble prAuc() {
    return PrAuc.area(order, outcomes, weights);
  }

  /// Returns the predictions at some indices, in that order. O(indices).
  Predictions only(int[] indices) {
    double[] chosen = new double[indices.length];
    boolean[] happened = new boolean[indices.length];
    double[] weighing = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      chosen[i] = probabilities[indices[i]];
      happened[i] = outcomes[indices[i]];
      weighing[i] = weights[indices[i]];
    }
    return new Predictions(chosen, happened, weighing, new ScoreOrder(chosen));
  }

  /// Returns the same predictions, each as often as its unit was drawn; what is sorted once stays
  /// sorted. O(n).
  ///
  /// @param units shape `[n]`, the unit of each prediction
  /// @param times how often each unit was drawn
  Predictions repeated(int[] units, int[] times) {
    double[] repeated = new double[weights.length];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = weights[i] * times[units[i]];
    }
    return new Predictions(probabilities, outcomes, repeated, order);
  }
}
