package dev.roost.actors.registry;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.AskPattern;
import dev.roost.actors.fanout.FanoutBranch;
import dev.roost.actors.feed.Arms;
import dev.roost.actors.feed.RankingPool;
import dev.roost.model.rank.RankingModel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts models to work on this node: a model's space in the item table first, then its formula in
/// every ranking worker.
///
/// The table has room for two spaces. A third takes the place of one that ranks no more: a canary
/// is taken out of the workers before the space of another model is written.
final class ModelInstaller {

  private static final CompletionStage<Done> DONE =
      CompletableFuture.completedFuture(Done.getInstance());

  private final ActorRef<FanoutBranch.Command> branch;
  private final ActorRef<RankingPool.Command> ranking;
  private final Scheduler scheduler;
  private final Duration timeout;
  private Arms now = Arms.none();
  private String newest = ""; // versions of the two spaces in the table
  private String older = "";

  /// @param timeout how long each step may take, on the wall clock
  ModelInstaller(
      ActorRef<FanoutBranch.Command> branch,
      ActorRef<RankingPool.Command> ranking,
      Scheduler scheduler,
      Duration timeout) {
    this.branch = branch;
    this.ranking = ranking;
    this.scheduler = scheduler;
    this.timeout = timeout;
  }

  /// Versions of the two spaces in the item table.
  record Placed(String newest, String older) {}

  /// Returns which spaces the table has.
  Placed placed() {
    return new Placed(newest, older);
  }

  /// Goes on with a table that has these spaces.
  void resume(Placed placed) {
    newest = placed.newest();
    older = placed.older();
  }

  /// Installs models; completes when no request uses others any more. One call at a time.
  CompletionStage<Done> install(Arms next) {
    if (next.isLike(now)) {
      return DONE;
    }
    var before = now;
    now = next;
    boolean endsCanary = before.challenger() != null;
    return (endsCanary ? rank(before.withoutCanary()) : DONE)
        .thenCompose(_ -> place(next.champion(), before.champion()))
        .thenCompose(_ -> rank(next.withoutCanary()))
        .thenCompose(_ -> place(next.challenger(), next.champion()))
        .thenCompose(_ -> next.challenger() == null ? DONE : rank(next));
  }

  /// Places items in the space of a model, beside that of another.
  private CompletionStage<Done> place(@Nullable RankingModel model, @Nullable RankingModel beside) {
    if (model == null) {
      return DONE;
    }
    var space = model.embedding().version();
    if (space.equals(newest) || space.equals(older)) {
      return DONE;
    }
    var keep = beside == null ? newest : beside.embedding().version();
    older = keep;
    newest = space;
    return ask(branch, replyTo -> new FanoutBranch.Install(model.embedding(), keep, replyTo));
  }

  private CompletionStage<Done> rank(Arms arms) {
    return ask(ranking, replyTo -> new RankingPool.Install(arms, replyTo));
  }

  private <C> CompletionStage<Done> ask(ActorRef<C> actor, Function<ActorRef<Done>, C> question) {
    return AskPattern.ask(actor, question::apply, timeout, scheduler);
  }
}
