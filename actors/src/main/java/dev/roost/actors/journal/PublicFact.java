package dev.roost.actors.journal;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.List;

/// A stored fact that concerns every node, as the journal's tail hands it over.
///
/// Facts of one author or item come in the order in which they were stored; a fact may come again
/// after the tail was interrupted, and after it came by the fast path.
public sealed interface PublicFact {

  /// Returns the item that the fact is about.
  ItemId item();

  /// A post or repost was stored.
  ///
  /// @param number place among the posts of its author, counted from 1 without gaps
  /// @param stored when the journal stored it, to a millisecond; the epoch if the journal does not
  ///     tell
  record Published(Post post, int number, Instant stored) implements PublicFact {

    @Override
    public ItemId item() {
      return post.id();
    }
  }

  /// An item's author or a moderator decided whether it may be shown. [ItemStatus#DELETED] is for
  /// good: no later fact brings such an item back.
  record StatusChanged(ItemId item, ItemStatus status, Instant at) implements PublicFact {}

  /// What a consumer of the tail is told. All of it stays within one JVM.
  sealed interface Delivery extends NoSerializationVerificationNeeded {}

  /// Hands over the next facts; the tail waits for the answer before it hands over more.
  record Batch(List<PublicFact> facts, ActorRef<Done> replyTo) implements Delivery {
    public Batch {
      facts = List.copyOf(facts);
    }
  }

  /// Tells that every fact which was stored before the tail began has been handed over. Comes once.
  record CaughtUp() implements Delivery {}
}
