package dev.roost.actors.registry;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import dev.roost.actors.entity.Host;
import dev.roost.actors.entity.Links;
import dev.roost.model.registry.Evidence;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.Offer;
import dev.roost.model.registry.RegistrySettings;
import java.time.Instant;
import java.util.List;

/// Owns the facts about models: which there are, what was decided about each, and on what evidence.
///
/// One a node; what follows from its facts – files, installations, evidence – is done by
/// [ModelTrials].
public final class ModelRegistry {

  private static final EntityTypeKey<Command> TYPE_KEY =
      EntityTypeKey.create(Command.class, "ModelRegistry");

  private ModelRegistry() {}

  /// Returns the behavior of a node's registry.
  public static Behavior<Command> create(Host host, RegistrySettings rules) {
    Links<Command, Told> links = told -> told.replyTo().tell(told.answer());
    return host.behavior(TYPE_KEY, "node", new RegistryDecider(rules), links);
  }

  /// What the registry accepts; each is answered once with an [Answer]. All of it stays within one
  /// JVM.
  public sealed interface Command extends akka.actor.NoSerializationVerificationNeeded {}

  /// A command that lacks only to whom the answer goes.
  @FunctionalInterface
  public interface Question {

    /// Returns the command.
    Command to(ActorRef<Answer> replyTo);
  }

  /// Asks what is known.
  public record Inspect(ActorRef<Answer> replyTo) implements Command {}

  /// Makes a version known. An urgent one takes the place of a challenger on trial, for which
  /// another is refused.
  ///
  /// @param complaint why it cannot be used, empty if it can
  public record Propose(Offer offer, String complaint, Instant at, ActorRef<Answer> replyTo)
      implements Command {}

  /// Has the rules judge the challenger and the champion.
  ///
  /// @param challenger whom `onChallenger` is about, empty if nobody is on trial
  public record Weigh(
      String challenger,
      Evidence onChallenger,
      Evidence onChampion,
      Instant at,
      ActorRef<Answer> replyTo)
      implements Command {}

  /// Tells that a version's file cannot be used.
  public record Withdraw(String version, String complaint, Instant at, ActorRef<Answer> replyTo)
      implements Command {}

  /// Promotes the challenger or the predecessor, by a person's decision.
  public record Promote(String version, Instant at, ActorRef<Answer> replyTo) implements Command {}

  /// Takes back the challenger or the champion, by a person's decision.
  public record Rollback(String version, Instant at, ActorRef<Answer> replyTo) implements Command {}

  /// How a command ends.
  ///
  /// @param book what is known now
  /// @param facts what the command led to
  /// @param complaint why it led to nothing though it should have; empty otherwise
  public record Answer(ModelBook book, List<RegistryEvent> facts, String complaint) {
    public Answer {
      facts = List.copyOf(facts);
    }
  }

  /// An answer on its way.
  record Told(ActorRef<Answer> replyTo, Answer answer) {}
}
