package dev.roost.model.feed;

import java.util.List;

/// Why an item got its value: what was foretold of it, and what each feature added to that.
///
/// @param heads one for each kind of engagement that is foretold
public record Explanation(List<Head> heads) {

  public Explanation {
    heads = List.copyOf(heads);
  }

  /// What was foretold of one kind of engagement.
  ///
  /// @param name of the kind, such as `click`
  /// @param foretold its probability, or seconds of dwell
  /// @param weight of it in the value
  /// @param additiveOn what the numbers below add up to: `log-odds` of the probability,
  ///     `log-seconds` of dwell, or the `mean` of a forest before it is calibrated
  /// @param base the sum for a reader and an item of whom nothing is known
  /// @param added what each feature adds to it, the largest first, without those that add nothing
  public record Head(
      String name,
      double foretold,
      double weight,
      String additiveOn,
      double base,
      List<Contribution> added) {

    public Head {
      added = List.copyOf(added);
    }
  }

  /// What one feature adds: its exact Shapley value.
  ///
  /// @param feature its name in the schema
  /// @param value of the feature as served
  public record Contribution(String feature, float value, double add) {}
}
