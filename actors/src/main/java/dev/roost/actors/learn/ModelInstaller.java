package dev.roost.actors.learn;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.AskPattern;
import dev.roost.actors.fanout.FanoutBranch;
import dev.roost.actors.feed.RankingPool;
import dev.roost.model.rank.RankingModel;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/// Puts a model to work on this node: first its embedding in the item table, then its trees in
/// every ranking worker.
public final class ModelInstaller {

  private final ActorRef<FanoutBranch.Command> branch;
  private final ActorRef<RankingPool.Command> ranking;
  private final Scheduler scheduler;
  private final Duration timeout;

  /// Returns an installer.
  ///
  /// @param timeout how long each step may take, on the wall clock
  public ModelInstaller(
      ActorRef<FanoutBranch.Command> branch,
      ActorRef<RankingPool.Command> ranking,
      Scheduler scheduler,
      Duration timeout) {
    this.branch = branch;
    this.ranking = ranking;
    this.scheduler = scheduler;
    this.timeout = timeout;
  }

  /// Installs a model; completes when no request uses an older one any more.
  CompletionStage<Done> install(RankingModel model) {
    return AskPattern.<FanoutBranch.Command, Done>ask(
            branch,
            replyTo -> new FanoutBranch.Install(model.embedding(), replyTo),
            timeout,
            scheduler)
        .thenCompose(
            _ ->
                AskPattern.<RankingPool.Command, Done>ask(
                    ranking,
                    replyTo -> new RankingPool.Install(model, replyTo),
                    timeout,
                    scheduler));
  }
}
