package dev.roost.actors.feed;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.model.domain.RequestId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.reader.ReaderView;

/// Ranks feeds with the model now installed, newest first while there is none; several stand behind
/// one [RankingPool].
public final class RankingWorker extends AbstractBehavior<RankingWorker.Command> {

  /// What a worker accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Asks for a feed; answered once, unless the interest in it is over before its turn comes: a
  /// worker that is behind catches up by leaving out what nobody waits for.
  record Rank(
      RequestId request,
      ReaderView reader,
      FeedQuery query,
      InNetwork inNetwork,
      Interest interest,
      ActorRef<Ranked> replyTo)
      implements Command {}

  /// Replaces the models from the next request on; no answer mixes two models.
  public record Install(Arms arms, ActorRef<Done> replyTo) implements Command {}

  /// The feed that [Rank] asked for.
  public record Ranked(RankedFeed feed) {}

  private final FeedAssembly assembly;

  private RankingWorker(
      ActorContext<Command> context, FeedAssembly assembly, ActorRef<RankingPool.Command> parent) {
    super(context);
    this.assembly = assembly;
    parent.tell(new RankingPool.Started(context.getSelf()));
  }

  /// Returns the behavior of a worker that tells its parent when it starts, also after a failure.
  static Behavior<Command> create(
      FeedAssembly.Factory assemblies, ActorRef<RankingPool.Command> parent) {
    return Behaviors.setup(context -> new RankingWorker(context, assemblies.create(), parent));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Rank job -> {
        if (!job.interest().isOver()) {
          job.replyTo().tell(new Ranked(rank(job)));
        }
      }
      case Install(var arms, var replyTo) -> {
        assembly.install(arms);
        replyTo.tell(Done.getInstance());
      }
    }
    return this;
  }

  private RankedFeed rank(Rank job) {
    return assembly.rank(job.request(), job.reader(), job.query(), job.inNetwork());
  }
}
