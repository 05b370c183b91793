package dev.roost.api.bench.rank;

/// A model of a [PeerLibrary], with the batch of the sample ready to be evaluated.
public interface PeerModel extends AutoCloseable {

  /// Returns the leaves of all trees.
  int leaves();

  /// Evaluates the batch on the calling thread alone, and writes log-odds.
  ///
  /// @param out shape `[rows]`
  void score(double[] out);

  @Override
  void close();
}
