package dev.roost.simulator.run;

import dev.roost.simulator.baseline.Baseline;
import dev.roost.simulator.port.FeedPort.Monitors;
import dev.roost.simulator.port.TickSummary;
import dev.roost.simulator.port.TickSummary.Alarm;
import dev.roost.simulator.port.TickSummary.Installed;
import dev.roost.simulator.report.Counts;
import dev.roost.simulator.run.Violations.Claim;
import dev.roost.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/// Writes down what happens in one world, visit by visit in the order of users.
///
/// One thread writes, between the phases of a tick; nothing here depends on which answer came
/// first.
final class Chronicle {

  private final SimulationSettings settings;
  private final World world;
  private final Memory memory;
  private final boolean[] affected;
  private final Sampler sampler;
  private final Violations violations = new Violations();
  private final RunDigest digest = new RunDigest();
  private final DaySums affectedDays;
  private final DaySums restDays;
  private final WindowSums harm;
  private final WindowSums late;
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<Installed> installed = new ArrayList<>();
  private Counts counts = Counts.none();
  private String digestUntilOnset = "";
  private int oldest; // first item within the horizon

  Chronicle(
      SimulationSettings settings,
      Timeline timeline,
      World world,
      Memory memory,
      boolean[] affected) {
    this.settings = settings;
    this.world = world;
    this.memory = memory;
    this.affected = affected;
    this.sampler = new Sampler(world, memory, settings);
    this.affectedDays = new DaySums(settings.days());
    this.restDays = new DaySums(settings.days());
    this.harm = new WindowSums(timeline.harm(), world.people().size());
    this.late = new WindowSums(timeline.late(), world.people().size());
  }

  /// Notes that the world is about to change.
  void onset() {
    digestUntilOnset = digest.soFar();
  }

  /// Notes what the recommender said at a barrier.
  void hear(TickSummary summary) {
    alarms.addAll(summary.alarms());
    installed.addAll(summary.installed());
    counts = counts.plus(new Counts(0, 0, 0, 0, summary.deliveries()));
  }

  /// Notes that posts were published.
  void published(int posts) {
    counts = counts.plus(new Counts(0, 0, 0, posts, 0));
  }

  /// Lets time pass to the beginning of a tick.
  void advance(int tick) {
    long horizon = settings.horizon().toSeconds();
    long second = tick * settings.tick().toSeconds();
    while (oldest < world.content().size() && world.content().second(oldest) < second - horizon) {
      oldest++;
    }
    sampler.fade(oldest);
  }

  /// Notes the visits of a tick, in order of user and depth.
  void write(int tick, List<Visit> visits) {
    for (var visit : visits) {
      check(tick, visit);
      digest.add(tick, visit);
      count(tick, visit);
    }
    for (var visit : visits) { // only now, since all of them saw the state before
      sampler.learn(visit.reading());
      world.heed(tick, visit.reading());
    }
  }

  private void count(int tick, Visit visit) {
    var reading = visit.reading();
    int user = reading.user();
    if (world.people().census().isBot(user)) {
      return; // what machines do is worth nothing
    }
    double worth = 0;
    for (int position = 0; position < reading.onScreen(); position++) {
      worth += reading.value(position, settings.weights());
    }
    int engagements = DaySums.engagements(reading);
    counts = counts.plus(new Counts(1, reading.onScreen(), engagements, 0, 0));
    int day = tick / settings.ticksPerDay();
    slice(user).add(day, reading, worth);
    harm.add(tick, user, worth);
    late.add(tick, user, worth);
    if (visit.depth() == 0 && sampler.isSampled(user, tick)) {
      sample(tick, day, visit);
    }
    remember(visit);
  }

  private void sample(int tick, int day, Visit visit) {
    int user = visit.reading().user();
    double[] expected = sampler.measure(visit, oldest);
    slice(user).sample(day, expected);
    harm.sample(tick, affected[user], expected[Baseline.ORACLE.ordinal()]);
    late.sample(tick, affected[user], expected[Baseline.ORACLE.ordinal()]);
  }

  private DaySums slice(int user) {
    return affected[user] ? affectedDays : restDays;
  }

  private void remember(Visit visit) {
    var reading = visit.reading();
    for (int position = 0; position < reading.onScreen(); position++) {
      int item = reading.item(position);
      if (item >= oldest) {
        memory.see(reading.user(), world.content().original(item), oldest);
      }
    }
  }

  private void check(int tick, Visit visit) {
    var reading = visit.reading();
    int length = reading.length();
    look(Claim.FITS, length <= settings.feedLimit(), tick, visit, Math.max(0, length - 1));
    for (int position = 0; position < length; position++) {
      int item = reading.item(position);
      look(Claim.KNOWN, item >= 0, tick, visit, position);
      if (item >= 0) {
        checkItem(tick, visit, position, item);
      }
    }
  }

  private void checkItem(int tick, Visit visit, int position, int item) {
    int user = visit.reading().user();
    int author = world.content().author(item);
    var named = visit.page().items().get(position).author();
    look(Claim.AUTHOR, named.equals(World.userId(author)), tick, visit, position);
    look(Claim.NOT_OWN, author != user, tick, visit, position);
    look(Claim.NOT_BLOCKED, !world.society().isBlocked(user, author), tick, visit, position);
    long begin = tick * settings.tick().toSeconds();
    look(Claim.NOT_DELETED, world.content().deletedAt(item) > begin, tick, visit, position);
    look(Claim.ONCE, !isBefore(visit, position, item), tick, visit, position);
  }

  private static boolean isBefore(Visit visit, int position, int item) {
    for (int before = 0; before < position; before++) {
      if (visit.reading().item(before) == item) {
        return true;
      }
    }
    return false;
  }

  private void look(Claim claim, boolean holds, int tick, Visit visit, int position) {
    violations.look(
        claim,
        holds,
        () ->
            "tick %d, reader %s, request %s, position %d"
                .formatted(
                    tick, World.userId(visit.reading().user()), visit.page().request(), position));
  }

  /// Returns all that was written.
  ///
  /// @param monitors which monitors watched
  WorldResult result(WorldPlan plan, Monitors monitors) {
    return new WorldResult(
        plan,
        counts,
        digest.soFar(),
        digestUntilOnset.isEmpty() ? digest.soFar() : digestUntilOnset,
        affectedDays,
        restDays,
        harm,
        late,
        sampler.sums(),
        monitors,
        alarms,
        installed,
        violations.found(plan.name()));
  }
}
