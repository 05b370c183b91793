package dev.roost.actors.feed;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.reader.ReaderView;

/// Takes in feeds to be built on this node and starts a [FeedRequest] for each.
public final class FeedDesk {

  private FeedDesk() {}

  /// What the desk accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Asks for a feed from in-network candidates that the reader's partition found.
  public record Assemble(
      ReaderView reader, FeedQuery query, InNetwork inNetwork, ActorRef<FeedRequest.Reply> replyTo)
      implements Command {}
}
