package dev.roost.actors.fanout;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.List;

/// The root of the fan-out tree: batches what this node's authors publish into frames.
public final class FanoutRoot {

  private FanoutRoot() {}

  /// What the root accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Hands over a stored post.
  public record Publish(Post post) implements Command {}

  /// Has every node hide an item; `replyTo` gets [UserEntity.Accepted] when all have confirmed, or
  /// after two seconds.
  public record Withdraw(ItemId item, ItemStatus status, ActorRef<UserEntity.Reply> replyTo)
      implements Command {}

  /// Carries new totals of items to every node.
  public record Publicise(List<Totals> totals) implements Command {
    public Publicise {
      totals = List.copyOf(totals);
    }
  }

  /// The totals of one item.
  public record Totals(ItemId item, ItemCounts counts) {}

  /// Ends a phase: answered when everything handed over before is in tables and inboxes, heat
  /// stands at `at`, rows posted before `horizon` have left, and the trending rows are renewed.
  /// Posts of one phase get rows in order of time and identifier, whatever the order of their
  /// arrival.
  public record Flush(Instant at, Instant horizon, ActorRef<Flushed> replyTo) implements Command {}

  /// Answers [Flush]: rows appended to inboxes since the last one.
  public record Flushed(long deliveries) {}
}
