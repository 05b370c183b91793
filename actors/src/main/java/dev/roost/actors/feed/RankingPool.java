package dev.roost.actors.feed;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.retrieve.Views;
import java.util.ArrayList;
import java.util.List;

/// Parent of the node's ranking workers: spreads requests over them and installs models in all.
///
/// A worker that fails is restarted and given the installed models again.
public final class RankingPool extends AbstractBehavior<RankingPool.Command> {

  /// What the pool accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Passes a request to the next worker.
  record Rank(RankingWorker.Rank job) implements Command {}

  /// Has these models rank; answered when every worker has them.
  public record Install(Arms arms, ActorRef<Done> replyTo) implements Command {}

  /// Asks to be told which models rank, now and whenever others do.
  record Watch(ActorRef<Installed> watcher) implements Command {}

  /// Tells which models rank from now on, before any worker has them.
  record Installed(Arms arms) {}

  /// Tells that a worker started or restarted.
  record Started(ActorRef<RankingWorker.Command> worker) implements Command {}

  private record WorkerDone(ActorRef<Done> replyTo, Countdown left) implements Command {}

  /// Workers that have not confirmed an installation yet.
  private static final class Countdown {
    private int left;

    private Countdown(int left) {
      this.left = left;
    }
  }

  private final List<ActorRef<RankingWorker.Command>> workers = new ArrayList<>();
  private final List<ActorRef<Installed>> watchers = new ArrayList<>();
  private Arms installed = Arms.none();
  private int next;

  private RankingPool(ActorContext<Command> context, FeedAssembly.Factory assemblies, int size) {
    super(context);
    for (int i = 0; i < size; i++) {
      var worker =
          Behaviors.supervise(RankingWorker.create(assemblies, context.getSelf()))
              .onFailure(SupervisorStrategy.restart());
      workers.add(context.spawn(worker, "worker-" + i));
    }
  }

  /// Returns the behavior of a pool of `size` workers without a model.
  ///
  /// @param seed of exploration
  public static Behavior<Command> create(Views views, RankSettings settings, long seed, int size) {
    var assemblies = new FeedAssembly.Factory(views, settings, seed);
    return Behaviors.setup(context -> new RankingPool(context, assemblies, size));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Rank(var job) -> {
        workers.get(next).tell(job);
        next = (next + 1) % workers.size();
      }
      case Install(var arms, var replyTo) -> install(arms, replyTo);
      case Watch(var watcher) -> {
        watchers.add(watcher);
        watcher.tell(new Installed(installed));
      }
      case Started(var worker) ->
          worker.tell(new RankingWorker.Install(installed, getContext().getSystem().ignoreRef()));
      case WorkerDone(var replyTo, var countdown) -> {
        if (--countdown.left == 0) {
          replyTo.tell(Done.getInstance());
        }
      }
    }
    return this;
  }

  private void install(Arms arms, ActorRef<Done> replyTo) {
    installed = arms;
    watchers.forEach(watcher -> watcher.tell(new Installed(arms)));
    var countdown = new Countdown(workers.size());
    var confirmed =
        getContext().messageAdapter(Done.class, _ -> new WorkerDone(replyTo, countdown));
    workers.forEach(worker -> worker.tell(new RankingWorker.Install(arms, confirmed)));
  }
}
