package dev.roost.actors.registry;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.roost.actors.entity.Host;
import dev.roost.actors.fanout.FanoutBranch;
import dev.roost.actors.feed.RankingPool;
import dev.roost.actors.learn.TrainerActor;
import java.util.concurrent.CompletableFuture;

/// The registry of a node's models and their trials, as one part.
///
/// @param trials the way in
/// @param started completes when the models that were in use before rank again
public record Models(ActorRef<ModelTrials.Command> trials, CompletableFuture<Done> started) {

  /// Starts the part.
  ///
  /// @param host whether facts outlast the process
  /// @param branch places items in the spaces of models
  /// @param ranking ranks with models
  /// @param trainer is told where numbering goes on
  public static Models start(
      ActorContext<?> context,
      Host host,
      ModelFiles files,
      TrialSettings settings,
      ActorRef<FanoutBranch.Command> branch,
      ActorRef<RankingPool.Command> ranking,
      ActorRef<TrainerActor.Command> trainer) {
    var system = context.getSystem();
    var registry = context.spawn(ModelRegistry.create(host, settings.rules()), "model-registry");
    var executor = system.dispatchers().lookup(DispatcherSelector.blocking());
    var links =
        new TrialLinks(
            registry,
            trainer,
            new ModelShelf(files, executor),
            new ModelInstaller(branch, ranking, system.scheduler(), settings.timeout()),
            system.scheduler(),
            new CompletableFuture<>());
    var trials = context.spawn(ModelTrials.create(links, settings), "model-trials");
    return new Models(trials, links.started());
  }
}
