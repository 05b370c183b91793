package dev.roost.actors.node;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.AskPattern;
import akka.japi.function.Function;
import dev.roost.actors.crowd.CrowdWatcher;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.actors.learn.Stale;
import dev.roost.actors.learn.TrainerActor;
import dev.roost.actors.monitor.DriftMonitor;
import dev.roost.model.drift.Finding;
import dev.roost.model.drift.Suspect;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Ends a phase: everything called before has taken effect when the barrier completes.
///
/// In order: engagements are counted and seen together, posts and totals delivered, heat and
/// horizon moved; labels that are due close; monitors look; the trainer learns, trains, installs. A
/// service passes the same barrier once a second on the wall clock.
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
      ActorRef<DriftMonitor.Command> monitor,
      ActorRef<TrainerActor.Command> trainer,
      Scheduler scheduler,
      Duration horizon,
      Duration timeout) {}

  /// What happened up to a barrier.
  ///
  /// @param deliveries rows appended to inboxes since the last barrier
  public record Passed(
      long deliveries, List<Finding> findings, Optional<TrainerActor.Installed> installed) {
    public Passed {
      findings = List.copyOf(findings);
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
        .thenCompose(flushed -> learn(at, flushed.deliveries()));
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
                watch(at, closed.examples())
                    .thenCompose(noticed -> train(at, closed.examples(), deliveries, noticed)));
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
        .thenApply(
            ticked -> {
              ticked
                  .installed()
                  .ifPresent(
                      installed ->
                          stations
                              .monitor()
                              .tell(
                                  new DriftMonitor.NoteInstalled(
                                      installed.model().model().version(), at)));
              return new Passed(deliveries, noticed.findings(), ticked.installed());
            });
  }

  private <C, R> CompletionStage<R> ask(ActorRef<C> actor, Function<ActorRef<R>, C> question) {
    return AskPattern.ask(actor, question, stations.timeout(), stations.scheduler());
  }
}
