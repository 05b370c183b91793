package dev.roost.actors.fanout;

/// What pushing and pulling have cost each reader beyond what the other would have.
///
/// At each read both are summed up, never below nothing. Once one of the sums passes what turning
/// the edges costs, they are due to be decided anew. So nothing is spent on edges that are right as
/// they are, and on others at most about twice as much as by who knew the rates beforehand: the
/// rule of the ski rental problem.
///
/// Source: Karlin, Manasse, Rudolph and Sleator, [Competitive snoopy
/// caching](https://doi.org/10.1007/BF01762111), Algorithmica 3, 1988.
final class Regret {

  private final Readers readers;
  private final EdgePolicy.Costs costs;

  Regret(Readers readers, EdgePolicy.Costs costs) {
    this.readers = readers;
    this.costs = costs;
  }

  /// Adds what pushing cost since the last read, less what pulling would have.
  ///
  /// @param pushed entries that were appended
  /// @param depth rows that reads ask for
  void addPushing(int reader, int pushed, int depth) {
    double before = readers.pushing(reader);
    double after = before + morePushing(reader, pushed, depth);
    if (before > 0 || after > 0) {
      readers.setPushing(reader, Math.max(0, after));
    }
  }

  private double morePushing(int reader, int pushed, int depth) {
    int pushes = readers.degree(reader) - readers.pulls(reader);
    return costs.push() * pushed - costs.pull(pushes, Math.min(pushed, depth));
  }

  /// Adds what pulling cost at a read, less what pushing would have.
  ///
  /// @param fetched rows
  /// @param came rows that pushing would have appended
  void addPulling(int reader, int fetched, double came) {
    double pulling = costs.pull(readers.pulls(reader), fetched);
    double more = pulling - costs.push() * came;
    readers.setPulling(reader, Math.max(0, readers.pulling(reader) + more));
  }

  /// Returns whether a reader's edges are due.
  boolean isDue(int reader) {
    return Math.max(readers.pushing(reader), readers.pulling(reader)) > bound(reader);
  }

  /// Returns whether the edges of a reader will be due, if nothing but what was pushed since the
  /// last read is added.
  boolean isDueUnread(int reader, int pushed, int depth) {
    return readers.pushing(reader) + morePushing(reader, pushed, depth) > bound(reader);
  }

  private double bound(int reader) {
    return costs.turn() * readers.degree(reader);
  }

  /// Forgets what was summed up.
  void forget(int reader) {
    readers.setPushing(reader, 0);
    readers.setPulling(reader, 0);
  }
}
