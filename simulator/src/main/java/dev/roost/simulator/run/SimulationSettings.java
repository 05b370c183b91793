package dev.roost.simulator.run;

import static java.util.Objects.requireNonNull;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.Scenario;
import dev.roost.simulator.world.EngagementWeights;
import java.time.Duration;
import java.time.Instant;

/// What to run.
///
/// @param users readers and authors, at least 50
/// @param days simulated days, at least 1
/// @param seed of all chance
/// @param threads threads for all worlds together, at least 1; no result depends on it
/// @param twins whether clean, frozen and placebo worlds run beside the main one
/// @param tick length of a tick; divides a day
/// @param feedLimit items in a feed, 1 to 200
/// @param horizon age after which an item is no longer in the pool that baselines rank
/// @param sampleEvery one session in this many is measured against oracle and baselines
/// @param inFlight most requests that await an answer at any time, at least 1
/// @param durable whether the recommender writes a journal
/// @param weights what engagements are worth
public record SimulationSettings(
    int users,
    int days,
    long seed,
    int threads,
    boolean twins,
    Scenario scenario,
    Duration tick,
    int feedLimit,
    Duration horizon,
    int sampleEvery,
    int inFlight,
    boolean durable,
    EngagementWeights weights) {

  /// The instant at which every world begins, a Monday.
  public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private static final Duration DAY = Duration.ofDays(1);

  public SimulationSettings {
    requireNonNull(scenario);
    requireNonNull(weights);
    check(users >= 50, "users must be at least 50: " + users);
    check(days >= 1, "days must be at least 1: " + days);
    check(threads >= 1, "threads must be at least 1: " + threads);
    check(
        tick.isPositive() && tick.toSeconds() > 0 && DAY.toSeconds() % tick.toSeconds() == 0,
        "tick must divide a day: " + tick);
    check(feedLimit >= 1 && feedLimit <= 200, "feedLimit must lie in 1..200: " + feedLimit);
    check(horizon.isPositive(), "horizon must be positive: " + horizon);
    check(sampleEvery >= 1, "sampleEvery must be at least 1: " + sampleEvery);
    check(inFlight >= 1, "inFlight must be at least 1: " + inFlight);
    for (Drift drift : scenario.drifts()) {
      check(
          drift.onset().compareTo(DAY.multipliedBy(days)) < 0,
          "%s: the scenario %s changes the world after %d days; run it for more than that, not for %d"
              .formatted(drift.place(), scenario.name(), drift.onset().toDays(), days));
    }
  }

  /// Returns the settings of a run that differs from the default only in what is given.
  public static SimulationSettings of(
      int users, int days, long seed, int threads, boolean twins, Scenario scenario) {
    return new SimulationSettings(
        users,
        days,
        seed,
        threads,
        twins,
        scenario,
        Duration.ofMinutes(15),
        20,
        Duration.ofDays(7),
        20,
        1_000,
        false,
        EngagementWeights.standard());
  }

  /// Returns these settings with or without a journal.
  public SimulationSettings durable(boolean journal) {
    return new SimulationSettings(
        users,
        days,
        seed,
        threads,
        twins,
        scenario,
        tick,
        feedLimit,
        horizon,
        sampleEvery,
        inFlight,
        journal,
        weights);
  }

  /// Returns these settings with another story and another length.
  SimulationSettings with(Scenario story, int length) {
    return new SimulationSettings(
        users,
        length,
        seed,
        threads,
        twins,
        story,
        tick,
        feedLimit,
        horizon,
        sampleEvery,
        inFlight,
        durable,
        weights);
  }

  /// Returns how many ticks the run has.
  public int ticks() {
    return days * ticksPerDay();
  }

  /// Returns how many ticks a day has.
  public int ticksPerDay() {
    return (int) (DAY.toSeconds() / tick.toSeconds());
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
