package dev.roost.actors.fanout;

import akka.actor.typed.ActorRef;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.List;

/// What a root sends to every branch: one numbered step of its stream.
///
/// Within a JVM the values themselves travel; between nodes [FrameSerializer] writes them in a
/// binary form of its own.
///
/// @param sender names the root
/// @param sequence counts the sender's frames from 1 without gaps; 1 opens the stream anew
/// @param replyTo is told when the frame took effect
record Frame(long sender, long sequence, ActorRef<FrameReply> replyTo, Body body)
    implements FanoutBranch.Command {

  /// What a frame carries.
  sealed interface Body {}

  /// Posts and reposts, in no particular order.
  record Posts(List<StampedPost> posts) implements Body {
    Posts {
      posts = List.copyOf(posts);
    }
  }

  /// New totals of items.
  record TotalsOf(List<FanoutRoot.Totals> totals) implements Body {
    TotalsOf {
      totals = List.copyOf(totals);
    }
  }

  /// A decision whether an item may be shown.
  ///
  /// @param at when it was decided
  record Status(ItemId item, ItemStatus status, Instant at) implements Body {}

  /// The end of a phase; see [FanoutRoot.Flush].
  record Barrier(Instant at, Instant horizon) implements Body {}
}
