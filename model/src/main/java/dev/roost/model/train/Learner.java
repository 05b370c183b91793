package dev.roost.model.train;

import java.util.Arrays;
import java.util.Locale;

/// The families of models that Smile fits.
public enum Learner {
  /// One ensemble of boosted trees, fitted to positive engagement, whose leaves are the features of
  /// a logistic regression for each kind: the default.
  TREES_THEN_LOGISTIC,
  /// An ensemble of boosted trees for each kind.
  BOOSTED_TREES,
  /// A random forest for each kind.
  RANDOM_FOREST,
  /// A logistic regression on the features themselves for each kind.
  LOGISTIC;

  /// Returns the name in configurations, such as `trees-then-logistic`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the learner of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Learner named(String label) {
    return Arrays.stream(values())
        .filter(learner -> learner.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "learner must be one of %s: %s"
                        .formatted(Arrays.stream(values()).map(Learner::label).toList(), label)));
  }
}
