package dev.roost.actors.fanout;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.reader.ReaderView;

/// A leaf of the fan-out tree: follower index and inboxes of its active readers.
public final class FeedPartition {

  private FeedPartition() {}

  /// What a partition accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Collects a reader's in-network candidates and hands them to the node's feed desk. The first
  /// read makes the reader active.
  public record Read(ReaderView reader, FeedQuery query, ActorRef<FeedRequest.Reply> replyTo)
      implements Command {}

  /// Tells of a change of relations, before it is acknowledged; nothing happens unless the reader
  /// is active.
  ///
  /// @param version the relations' version after the change
  public record Relate(UserId reader, RelationChange change, UserId other, long version)
      implements Command {}

  /// Forgets a reader whose entity stops.
  public record Drop(UserId reader) implements Command {}
}
