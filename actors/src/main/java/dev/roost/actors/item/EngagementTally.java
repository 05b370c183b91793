package dev.roost.actors.item;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import dev.roost.model.domain.Engagement;
import java.util.List;

/// Adds up a node's accepted engagements by item, tells the items' entities, and hands their new
/// totals to the fan-out root.
public final class EngagementTally {

  private EngagementTally() {}

  /// What the tally accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Adds engagements that a user's entity accepted for the first time.
  public record Add(List<Engagement> engagements) implements Command {
    public Add {
      engagements = List.copyOf(engagements);
    }
  }

  /// Has all that was added before counted by the items' entities and handed to the root.
  public record Flush(ActorRef<Flushed> replyTo) implements Command {}

  /// Answers [Flush].
  ///
  /// @param items how many items changed
  public record Flushed(int items) {}
}
