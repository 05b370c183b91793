package dev.roost.actors.crowd;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.reader.ReaderHistory;
import java.time.Instant;
import java.util.List;

/// The one writer of a node's [Crowd]: notes what the node's readers do, and lets rankers see it at
/// each barrier, so that within a phase all requests see the same.
public final class CrowdWatcher {

  /// What the watcher accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Tells of engagements that a reader's entity accepted for the first time.
  ///
  /// @param before what the reader had done before
  public record Engaged(Profile profile, ReaderHistory before, List<Engagement> engagements)
      implements Command {
    public Engaged {
      engagements = List.copyOf(engagements);
    }
  }

  /// Tells that a user's relation to another changed.
  public record Related(UserId user, RelationChange change, UserId other) implements Command {}

  /// Lets rankers see what was noted, as of an instant; answered when they do.
  public record Advance(Instant at, ActorRef<Done> replyTo) implements Command {}

  private CrowdWatcher() {}

  /// Returns the behavior of the writer of a crowd.
  public static Behavior<Command> create(Crowd crowd) {
    return Behaviors.receive(Command.class)
        .onMessage(
            Command.class,
            command -> {
              switch (command) {
                case Engaged(var profile, var before, var engagements) ->
                    crowd.note(profile, before, engagements);
                case Related(var user, var change, var other) ->
                    crowd.note(user.value(), change, other.value());
                case Advance(var at, var replyTo) -> {
                  crowd.advance(at);
                  replyTo.tell(Done.getInstance());
                }
              }
              return Behaviors.same();
            })
        .build();
  }
}
