package dev.roost.actors.node;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.AskPattern;
import akka.japi.function.Function;
import dev.roost.actors.crowd.CrowdWatcher;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.feed.NeighbourIndexer;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.learn.ExampleLog;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.actors.learn.Stale;
import dev.roost.actors.learn.TrainerActor;
import dev.roost.actors.monitor.DriftMonitor;
import dev.roost.actors.registry.ModelTrials;
import dev.roost.actors.registry.RegistryEvent;
import dev.roost.model.drift.Finding;
import dev.roost.model.drift.Suspect;
import dev.roost.model.learn.Example;
import dev.roost.model.registry.ModelBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Ends a phase: everything called before has taken effect when the barrier completes.
///
/// In order: engagements are counted and seen together, posts and totals delivered, heat and
/// horizon moved; labels that are due close, and are written if asked for; monitors look; the
/// trainer learns and trains, both without what is sponsored; models are tried, promoted, rolled
/// back; neighbours are indexed. A service passes the same barrier once a second on the wall clock.
public final class Barrier {

  /// The actors that a barrier passes through, and how it moves.
  ///
  /// @param horizon age at which items leave
  /// @param timeout of each step, on the wall clock
  record Stations(
      ActorRef<EngagementTally.Command> tally,
      ActorRef<CrowdWatcher.Command> crowd,
      ActorRef<FanoutRoot.Command> root,
      ActorRef<OutcomeJoiner.Command> joiner,
      Optional<ActorRef<ExampleLog.Command>> examples,
      ActorRef<DriftMonitor.Command> monitor,
      ActorRef<NeighbourIndexer.Command> indexer,
      ActorRef<TrainerActor.Command> trainer,
      ActorRef<ModelTrials.Command> trials,
      Scheduler scheduler,
      Duration horizon,
      Duration timeout) {}

  /// What happened up to a barrier.
  ///
  /// @param deliveries rows appended to inboxes since the last barrier
  /// @param models what was known of models then
  /// @param decisions about models since the last barrier
  public record Passed(
      long deliveries, List<Finding> findings, ModelBook models, List<RegistryEvent> decisions) {
    public Passed {
      findings = List.copyOf(findings);
      decisions = List.copyOf(decisions);
    }
  }

  private final Stations stations;

  Barrier(Stations stations) {
    this.stations = stations;
  }

  /// Passes the barrier of the instant `at`; at most one at a time.
  public CompletionStage<Passed> pass(Instant at) {
    return ask(stations.tally(), EngagementTally.Flush::new)
        .thenCompose(
            _ ->
                this.<CrowdWatcher.Command, Done>ask(
                    stations.crowd(), replyTo -> new CrowdWatcher.Advance(at, replyTo)))
        .thenCompose(_ -> deliver(at))
        .thenCompose(flushed -> learn(at, flushed.deliveries()))
        .thenCompose(
            passed ->
                this.<NeighbourIndexer.Command, Done>ask(
                        stations.indexer(), NeighbourIndexer.Advance::new)
                    .thenApply(_ -> passed));
  }

  private CompletionStage<FanoutRoot.Flushed> deliver(Instant at) {
    var horizon = at.minus(stations.horizon());
    return ask(stations.root(), replyTo -> new FanoutRoot.Flush(at, horizon, replyTo));
  }

  private CompletionStage<Passed> learn(Instant at, long deliveries) {
    return this.<OutcomeJoiner.Command, OutcomeJoiner.Closed>ask(
            stations.joiner(), replyTo -> new OutcomeJoiner.Close(at, replyTo))
        .thenCompose(
            closed ->
                write(closed.examples())
                    .thenCompose(_ -> watch(at, closed.competing()))
                    .thenCompose(noticed -> train(at, closed.competing(), deliveries, noticed)));
  }

  private CompletionStage<Done> write(List<Example> examples) {
    return stations
        .examples()
        .map(
            log ->
                this.<ExampleLog.Command, Done>ask(
                    log, replyTo -> new ExampleLog.Append(examples, replyTo)))
        .orElseGet(() -> CompletableFuture.completedStage(Done.getInstance()));
  }

  private CompletionStage<DriftMonitor.Noticed> watch(Instant at, List<Example> examples) {
    return ask(stations.monitor(), replyTo -> new DriftMonitor.Tick(at, examples, replyTo));
  }

  private CompletionStage<Passed> train(
      Instant at, List<Example> examples, long deliveries, DriftMonitor.Noticed noticed) {
    for (var finding : noticed.findings()) {
      if (finding.opening() && finding.suspect() == Suspect.CONCEPT) {
        stations
            .trainer()
            .tell(
                new TrainerActor.React(
                    finding.incident(), at, new Stale(finding.slice(), finding.onsetTo())));
      }
    }
    return this.<TrainerActor.Command, TrainerActor.Ticked>ask(
            stations.trainer(), replyTo -> new TrainerActor.Tick(at, examples, replyTo))
        .thenCompose(
            ticked ->
                this.<ModelTrials.Command, ModelTrials.Ticked>ask(
                    stations.trials(),
                    replyTo -> new ModelTrials.Tick(at, examples, ticked.model(), replyTo)))
        .thenApply(tried -> passed(at, deliveries, noticed, tried));
  }

  private Passed passed(
      Instant at, long deliveries, DriftMonitor.Noticed noticed, ModelTrials.Ticked tried) {
    for (var fact : tried.facts()) {
      if (ranksAnew(fact)) {
        stations.monitor().tell(new DriftMonitor.NoteInstalled(tried.book().champion(), at));
      }
    }
    return new Passed(deliveries, noticed.findings(), tried.book(), tried.facts());
  }

  /// Returns whether readers get feeds by another model from now on.
  private static boolean ranksAnew(RegistryEvent fact) {
    return switch (fact) {
      case RegistryEvent.Promoted _, RegistryEvent.RolledBack _ -> true;
      case RegistryEvent.Offered _,
          RegistryEvent.Refused _,
          RegistryEvent.ShadowStarted _,
          RegistryEvent.CanaryStarted _ ->
          false;
    };
  }

  private <C, R> CompletionStage<R> ask(ActorRef<C> actor, Function<ActorRef<R>, C> question) {
    return AskPattern.ask(actor, question, stations.timeout(), stations.scheduler());
  }
}
