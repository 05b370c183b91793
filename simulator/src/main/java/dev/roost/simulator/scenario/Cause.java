package dev.roost.simulator.scenario;

import java.util.Locale;

/// A class of cause, one of which a monitor should name.
public enum Cause {
  /// Readers answer otherwise to the same things.
  CONCEPT,
  /// Other readers come, or they come at other times.
  COVARIATE,
  /// Other things are written.
  CONTENT,
  /// What is told of readers is not what they did.
  LABEL,
  /// The same things are shown in another way.
  PRESENTATION,
  /// Others are followed.
  GRAPH,
  /// Accounts are at work that are not people.
  ADVERSARIAL,
  /// The recommender does not do what it believes to do.
  PIPELINE,
  /// Nothing that anybody should do something about.
  NONE;

  /// Returns the name in reports, such as `concept`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
