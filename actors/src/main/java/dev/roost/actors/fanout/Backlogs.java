package dev.roost.actors.fanout;

import java.util.List;
import java.util.stream.Stream;

/// What waits for the actors of a node's fan-out tree.
///
/// @param posts at the root
/// @param reads at each partition, in the partitions' order
public record Backlogs(Backlog posts, List<Backlog> reads) {

  public Backlogs {
    reads = List.copyOf(reads);
  }

  /// Returns empty backlogs within the bounds of the settings.
  public static Backlogs of(BacklogSettings settings, int partitions) {
    return new Backlogs(
        Backlog.of(settings.backlogPosts()),
        Stream.generate(() -> Backlog.of(settings.backlogReads())).limit(partitions).toList());
  }

  /// Returns empty backlogs that are never full.
  public static Backlogs unbounded(int partitions) {
    return new Backlogs(
        Backlog.unbounded(), Stream.generate(Backlog::unbounded).limit(partitions).toList());
  }
}
