package dev.roost.simulator.run;

import dev.roost.simulator.drift.Resamples;
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.report.Estimate;
import dev.roost.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Several futures of one world: each costs only itself.
public final class Fork {

  /// How one future differs.
  ///
  /// @param scenario what happens to the world from here on; null for what would have happened
  /// @param reseed which other chance its events have from here on; 0 for the same
  public record Branch(@Nullable Scenario scenario, int reseed) {

    public Branch {
      if (reseed < 0) {
        throw new IllegalArgumentException("reseed must be at least 0: " + reseed);
      }
    }

    private String name(Checkpoint of) {
      return (scenario == null ? of.scenario() : scenario.name()) + "/" + reseed;
    }
  }

  /// What came of a branch.
  ///
  /// @param name scenario and chance
  /// @param digest of the whole run
  /// @param feeds served since the checkpoint
  /// @param valuePerFeed engagement value of one of them, in the mean
  /// @param change of the value of all of them against the first branch, with an interval over
  ///     readers; 0 for the first
  public record Outcome(
      String name, String digest, long feeds, double valuePerFeed, Estimate change) {}

  private Fork() {}

  /// Runs the branches in turn.
  ///
  /// @param days in all that the world lasts; null for as many as it was to last
  /// @throws IllegalArgumentException if the world cannot branch so
  public static List<Outcome> run(
      Checkpoint checkpoint,
      List<Branch> branches,
      @Nullable Integer days,
      int threads,
      PortFactory recommenders,
      Progress progress) {
    var outcomes = new ArrayList<Outcome>();
    double[] first = {};
    for (var branch : branches) {
      var name = branch.name(checkpoint);
      var result = run(checkpoint, branch, name, days, threads, recommenders, progress);
      double[] value = result.future().value();
      first = outcomes.isEmpty() ? value : first;
      outcomes.add(
          new Outcome(
              name,
              result.digest(),
              result.futureFeeds(),
              Arrays.stream(value).sum() / result.futureFeeds(),
              change(checkpoint.seed(), value, first)));
    }
    return outcomes;
  }

  private static WorldResult run(
      Checkpoint checkpoint,
      Branch branch,
      String name,
      @Nullable Integer days,
      int threads,
      PortFactory recommenders,
      Progress progress) {
    int reseed = branch.reseed();
    return checkpoint.read(
        reseed == 0 ? UnaryOperator.identity() : fate -> fate.turning(checkpoint.tick(), reseed),
        (state, recommender) -> {
          var story = branch.scenario() == null ? state.settings.scenario() : branch.scenario();
          var next = state.branch(story, days == null ? state.settings.days() : days);
          next.chronicle.countFrom(next.tick);
          var plan = new WorldPlan(name, "a branch", true, false, reseed > 0);
          return WorldRunner.resume(next, plan, progress).run(recommenders, threads, recommender);
        });
  }

  private static Estimate change(long seed, double[] value, double[] first) {
    var everybody = new boolean[value.length];
    Arrays.fill(everybody, true);
    return new Resamples(seed).estimate(everybody, sums -> sums[0] / sums[1] - 1, value, first);
  }
}
