package dev.roost.model.rank;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How often feeds show something to learn from, and what.
///
/// @param policy by which the item is drawn from those that might be shown
/// @param epsilon share of feeds in which one place is given to exploration, in `[0, 1]`
/// @param priorEngaged impressions with engagement that each item is thought to have had before its
///     first, above 0; of [Policy#THOMPSON]
/// @param priorPassed the same without engagement, above 0
public record ExploreSettings(
    Policy policy, double epsilon, double priorEngaged, double priorPassed) {

  /// How an item to explore is drawn.
  public enum Policy {
    /// Each as likely as any other.
    EPSILON_GREEDY,
    /// Each as likely as it is to be the one that is engaged with most.
    THOMPSON;

    /// Returns the policy of a name in configuration.
    public static Policy named(String name) {
      return Arrays.stream(values())
          .filter(policy -> policy.text().equals(name))
          .findAny()
          .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private static String unknown(String name) {
      var names = Arrays.stream(values()).map(Policy::text).collect(Collectors.joining(", "));
      return "explore.policy must be one of " + names + ": " + name;
    }

    private String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public ExploreSettings {
    requireNonNull(policy);
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("explore.epsilon must be from 0 to 1: " + epsilon);
    }
    prior(priorEngaged, "explore.prior-engaged");
    prior(priorPassed, "explore.prior-passed");
  }

  private static void prior(double value, String name) {
    if (!(value > 0 && value <= 1e6)) {
      throw new IllegalArgumentException(name + " must be above 0, at most 1000000: " + value);
    }
  }

  /// Returns settings by which every tenth feed explores.
  public static ExploreSettings usual() {
    return new ExploreSettings(Policy.EPSILON_GREEDY, 0.1, 1, 19);
  }
}
