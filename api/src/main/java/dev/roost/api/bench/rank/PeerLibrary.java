package dev.roost.api.bench.rank;

/// A library of others that trains and evaluates boosted trees, found by [java.util.ServiceLoader].
///
/// None is among what Roost runs with: adapters stand with the tests, and the launcher puts them on
/// the class path of `./roost bench rank` alone.
public interface PeerLibrary {

  /// Returns the name of its row.
  String name();

  /// Trains boosted trees of two classes on one thread or more.
  ///
  /// @throws LinkageError if its native code does not load here
  /// @throws IllegalStateException if it refuses what it is given
  PeerModel train(ScoringSample sample);
}
