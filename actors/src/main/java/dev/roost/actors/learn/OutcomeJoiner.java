package dev.roost.actors.learn;

import akka.actor.NoSerializationVerificationNeeded;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.List;

/// Joins features as served with what readers did, until the attribution window closes.
public final class OutcomeJoiner {

  private OutcomeJoiner() {}

  /// What the joiner accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Tells of engagements that a user's entity accepted for the first time.
  public record Outcome(RequestId request, UserId reader, List<Engagement> engagements, Instant at)
      implements Command {
    public Outcome {
      engagements = List.copyOf(engagements);
    }
  }
}
