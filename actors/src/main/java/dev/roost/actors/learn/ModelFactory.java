package dev.roost.actors.learn;

import dev.roost.model.learn.Example;
import dev.roost.model.train.Training;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// Learns examples and turns what it has learned into a model, away from the caller's thread.
public interface ModelFactory {

  /// Takes in examples that follow all before in time.
  void learn(List<Example> examples);

  /// Returns what was learned, itself and not a copy.
  Object image();

  /// Goes on from what another factory learned.
  void restore(Object image);

  /// Returns how many examples a training would have at hand.
  int rows();

  /// Forgets what an incident made untrue, where enough else was learned.
  void forget(Stale stale);

  /// Gives no model from here on the name of one that was made before.
  ///
  /// @param made names of the newest models before, at least
  void resume(List<String> made);

  /// Returns the training of what was learned so far, to be run on any thread.
  ///
  /// @param until when the window closed
  Supplier<Training> job(Instant until);
}
