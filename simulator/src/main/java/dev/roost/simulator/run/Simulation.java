package dev.roost.simulator.run;

import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.report.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/// The main job: a world and its twins, each with a recommender of its own.
///
/// With twins, two worlds run at a time if there are two threads; each recommender then gets half
/// of the threads. Until the onset all of them are the same world: it runs once, and each goes on
/// from its image, if there are images of the recommender. A control needs no twins: it would be
/// its own.
public final class Simulation {

  private static final int AT_A_TIME = 2;

  private Simulation() {}

  /// Runs all worlds and compares them.
  ///
  /// @param recommenders opens one recommender for each world; may be called from two threads
  /// @throws IllegalArgumentException if the scenario names what the world does not have
  /// @throws IllegalStateException if a recommender refuses or loses a request; the message says
  ///     which, and nothing is reported
  public static RunReport run(
      SimulationSettings settings, PortFactory recommenders, Progress progress) {
    var plans = plans(settings);
    int parallel = Math.min(Math.min(AT_A_TIME, settings.threads()), plans.size());
    int threadsEach = Math.max(1, settings.threads() / parallel);
    var first = WorldRunner.start(settings, plans.getFirst(), progress);
    boolean shares =
        plans.size() > 1
            && plans.stream()
                .map(plan -> WorldRunner.portSettings(settings, plan, threadsEach))
                .allMatch(recommenders::keeps);
    if (!shares) {
      var runs =
          plans.stream()
              .<Callable<WorldResult>>map(
                  plan ->
                      () ->
                          (plan.equals(plans.getFirst())
                                  ? first
                                  : WorldRunner.start(settings, plan, progress))
                              .run(recommenders, threadsEach))
              .toList();
      return report(settings, all(runs, parallel), first);
    }
    try (var prefix = SharedPast.of(first, settings, recommenders)) {
      var runs =
          plans.stream()
              .<Callable<WorldResult>>map(
                  plan -> () -> prefix.run(plan, recommenders, threadsEach, progress))
              .toList();
      return report(settings, all(runs, parallel), first);
    }
  }

  /// Runs the main world alone, and writes a checkpoint on the way.
  ///
  /// @param file written
  /// @param build of this code
  /// @param day at whose beginning, from 0
  /// @throws IllegalArgumentException if the settings ask for twins, or for what is in no image
  public static RunReport run(
      SimulationSettings settings,
      PortFactory recommenders,
      Progress progress,
      Path file,
      String build,
      int day) {
    if (plans(settings).size() > 1) {
      throw new IllegalArgumentException("a checkpoint is of one world: run it without twins");
    }
    if (day < 0 || day >= settings.days()) {
      throw new IllegalArgumentException(
          "the day of the checkpoint must lie in 0..%d: %d".formatted(settings.days() - 1, day));
    }
    requireKept(settings, recommenders);
    var runner = WorldRunner.start(settings, WorldPlan.MAIN, progress);
    var result =
        runner.run(
            recommenders,
            settings.threads(),
            day * settings.ticksPerDay(),
            (state, port) -> Checkpoint.write(file, build, state, port));
    return report(settings, List.of(result), runner);
  }

  private static void requireKept(SimulationSettings settings, PortFactory recommenders) {
    var port = WorldRunner.portSettings(settings, WorldPlan.MAIN, settings.threads());
    if (!recommenders.keeps(port)) {
      throw new IllegalArgumentException(
          "no checkpoint of a recommender that writes a journal or examples, or makes feeds ahead:"
              + " run it without");
    }
  }

  /// Goes on from a checkpoint to the end; the report is that of the unbroken run.
  ///
  /// @param threads for the world, at least 1
  public static RunReport resume(
      Checkpoint checkpoint, int threads, PortFactory recommenders, Progress progress) {
    return checkpoint.read(
        UnaryOperator.identity(),
        (state, recommender) -> {
          var runner = WorldRunner.resume(state, WorldPlan.MAIN, progress);
          var result = runner.run(recommenders, threads, recommender);
          return report(state.settings, List.of(result), runner);
        });
  }

  private static RunReport report(
      SimulationSettings settings, List<WorldResult> results, WorldRunner main) {
    return new ReportWriter(settings, results, main.injections(), main.affected(), main.present())
        .report();
  }

  /// Runs worlds, some at a time; returns their results in order.
  private static List<WorldResult> all(List<Callable<WorldResult>> runs, int parallel) {
    var results = new ArrayList<WorldResult>();
    try (var pool = Executors.newFixedThreadPool(parallel)) {
      var running = runs.stream().map(pool::submit).toList();
      try {
        for (var result : running) {
          results.add(await(result));
        }
      } finally {
        running.forEach(each -> each.cancel(true)); // after a failure the others are of no use
      }
    }
    return results;
  }

  private static List<WorldPlan> plans(SimulationSettings settings) {
    return settings.twins() && !settings.scenario().isControl()
        ? List.of(WorldPlan.MAIN, WorldPlan.CLEAN, WorldPlan.FROZEN, WorldPlan.PLACEBO)
        : List.of(WorldPlan.MAIN);
  }

  private static WorldResult await(Future<WorldResult> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("a world failed", e.getCause());
    }
  }
}
