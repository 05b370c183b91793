package dev.roost.model.train;

/// Hears how far a training is, and may end it; called from the threads that train.
@FunctionalInterface
public interface TrainingProgress {

  /// Hears that steps are done, each a tree or a regression; returns whether to go on.
  ///
  /// @param done from 1 to `of`, rising; may leave numbers out
  boolean goesOn(int done, int of);

  /// Returns a listener that lets every training go on.
  static TrainingProgress unwatched() {
    return (_, _) -> true;
  }
}
