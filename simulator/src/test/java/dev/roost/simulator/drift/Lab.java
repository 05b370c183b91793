package dev.roost.simulator.drift;

import dev.roost.model.domain.EngagementKind;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.Scenario;
import dev.roost.simulator.world.EngagementWeights;
import dev.roost.simulator.world.Reading;
import dev.roost.simulator.world.Society;
import dev.roost.simulator.world.Telemetry;
import dev.roost.simulator.world.World;
import dev.roost.simulator.world.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/// Two worlds that are alike until a drift begins in one of them, without any recommender: from day
/// 5, a Saturday, until day 7. In both, everybody reads the same ten items once a day.
final class Lab {

  static final int USERS = 1_000;
  static final int DAY = 96;
  static final int ONSET = 5 * DAY;
  static final int END = 7 * DAY;

  /// One of the two worlds, and what happened in it from the onset on.
  record Run(
      World world,
      Injection injection,
      List<Integer> sessions,
      List<Society.Change> changes,
      List<Telemetry.Report> told,
      List<Reading> readings,
      int firstItem) {

    double count(IntPredicate who) {
      return sessions.stream().filter(user -> who.test(user)).count();
    }

    /// Returns the share of the posts since the onset that have a property, without reposts.
    double posts(IntPredicate what) {
      return (double) items().stream().filter(item -> what.test(item)).count() / items().size();
    }

    List<Integer> items() {
      var items = new ArrayList<Integer>();
      for (int item = firstItem; item < world.content().size(); item++) {
        if (!world.content().isRepost(item)) {
          items.add(item);
        }
      }
      return items;
    }

    long toldOf(EngagementKind kind) {
      return told.stream()
          .flatMap(report -> report.engagements().stream())
          .filter(engagement -> engagement.kind() == kind)
          .count();
    }

    double mean(ToDoubleFunction<Integer> of) {
      double sum = 0;
      for (int user = 0; user < USERS; user++) {
        sum += of.applyAsDouble(user);
      }
      return sum / USERS;
    }
  }

  private final Drift drift;
  private final Run clean;
  private final Run moved;

  Lab(Drift drift) {
    this.drift = drift;
    this.clean = run(false);
    this.moved = run(true);
  }

  Drift drift() {
    return drift;
  }

  Run clean() {
    return clean;
  }

  Run moved() {
    return moved;
  }

  static Duration onset() {
    return Duration.ofDays(5);
  }

  private Run run(boolean isInjected) {
    var scenario = new Scenario("lab", "lab", "lab", List.of(drift));
    var settings =
        new WorldSettings(
            7,
            Muster.of(scenario, USERS, 7),
            Instant.parse("2026-01-05T00:00:00Z"),
            900,
            Integer.MAX_VALUE,
            scenario.world());
    var world = World.generate(settings, EngagementWeights.standard());
    var injection = Injection.of(drift, world);
    for (int tick = 0; tick < ONSET; tick++) {
      world.write(tick);
    }
    var run =
        new Run(
            world,
            injection,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            world.content().size());
    for (int tick = ONSET; tick < END; tick++) {
      if (isInjected) {
        injection.apply(tick);
      }
      live(run, tick);
    }
    return run;
  }

  private static void live(Run run, int tick) {
    var world = run.world();
    for (int user : world.due(tick)) {
      run.sessions().add(user);
    }
    run.changes().addAll(world.society().happen());
    if (tick % DAY == 0) {
      int[] items = new int[10];
      for (int nth = 0; nth < items.length; nth++) {
        items[nth] = run.firstItem() - 1 - nth;
      }
      for (int user = 0; user < USERS; user++) {
        var reading = world.reader().read(user, tick, 0, tick * 900, items);
        run.readings().add(reading);
        run.told().addAll(world.telemetry().reports(tick, 0, reading));
      }
    }
    world.write(tick);
  }
}
