package dev.roost.simulator.run;

import static dev.roost.model.domain.RelationChange.FOLLOW;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.RequestId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Stretch;
import dev.roost.simulator.drift.Injection;
import dev.roost.simulator.drift.Muster;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.port.PortFactory.PortSettings;
import dev.roost.simulator.world.World;
import dev.roost.simulator.world.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// Runs one world against one recommender.
///
/// A tick that begins at `t` has these phases; each ends when all its requests are answered.
///
/// | phase    | what happens                                                                      |
/// |----------|-----------------------------------------------------------------------------------|
/// | move     | drifts that are due at `t` change the world                                       |
/// | publish  | the posts of the tick before are sent, then deletions and blocks due by `t`       |
/// | barrier  | the recommender delivers, adds up the engagements of the tick before, and learns  |
/// | sessions | due readers ask, choose and tell, at instants within the tick                     |
/// | fold     | what happened is written down in order of users                                   |
///
/// One barrier a tick is enough: it delivers the posts before it and counts the engagements before
/// it, so every session of a tick sees the same state. A last barrier ends the run.
final class WorldRunner {

  private static final RequestId NO_FEED = new RequestId(0);

  private final SimulationSettings settings;
  private final Timeline timeline;
  private final WorldPlan plan;
  private final Progress progress;
  private final World world;
  private final Memory memory;
  private final Chronicle chronicle;
  private final InFlight inFlight;
  private final LateReports late = new LateReports();
  private final List<Injection> injections;
  private List<PipelineFault> faults = List.of();
  private int published;
  private int[] pendingDeletions = new int[0];

  WorldRunner(SimulationSettings settings, WorldPlan plan, Progress progress) {
    this.settings = settings;
    this.timeline = Timeline.of(settings);
    this.plan = plan;
    this.progress = progress;
    int reseededFrom = plan.reseeded() ? timeline.onsetTick() : Integer.MAX_VALUE;
    this.world =
        World.generate(
            new WorldSettings(
                settings.seed(),
                Muster.of(settings.scenario(), settings.users(), settings.days()),
                SimulationSettings.START,
                tickSeconds(),
                reseededFrom,
                settings.scenario().world()),
            settings.weights());
    this.memory = new Memory(world.people().size());
    this.injections =
        settings.scenario().drifts().stream().map(drift -> Injection.of(drift, world)).toList();
    this.chronicle = new Chronicle(settings, timeline, world, memory, affected());
    this.inFlight = new InFlight(settings.inFlight());
  }

  /// Returns the scenario's drifts as prepared for this world, in order of onset.
  List<Injection> injections() {
    return injections;
  }

  /// Returns which users any of the injections touches; shape `[people]`, fresh; nobody without
  /// any.
  boolean[] affected() {
    var affected = new boolean[world.people().size()];
    for (var injection : injections) {
      boolean[] touched = injection.affected();
      for (int user = 0; user < affected.length; user++) {
        affected[user] |= touched[user];
      }
    }
    return affected;
  }

  /// Returns who had joined by the onset, people only; shape `[people]`, fresh.
  boolean[] present() {
    var present = new boolean[world.people().size()];
    for (int user = 0; user < present.length; user++) {
      present[user] =
          (world.presence().joins(user) == 0 || world.presence().joins(user) < timeline.onsetTick())
              && !world.people().census().isBot(user);
    }
    return present;
  }

  /// Runs the world from its first tick to its last.
  WorldResult run(PortFactory recommenders, int threads) {
    var frozenFrom = plan.frozen() ? timeline.onset() : null;
    try (var port =
        recommenders.open(
            new PortSettings(
                settings.seed(),
                threads,
                SimulationSettings.START,
                frozenFrom,
                settings.durable()))) {
      settle(port);
      for (int tick = 0; tick < settings.ticks(); tick++) {
        progress.at(plan.name(), tick, settings.ticks());
        step(port, tick);
      }
      publish(port, settings.ticks());
      barrier(port, settings.ticks());
      progress.at(plan.name(), settings.ticks(), settings.ticks());
      return chronicle.result(plan, port.monitors());
    }
  }

  private void settle(FeedPort port) {
    var start = SimulationSettings.START;
    int settled = settings.users();
    inFlight.all(
        "registering a user",
        settled,
        user -> port.register(World.userId(user), world.people().profile(user), start));
    var follows = world.follows();
    inFlight.all(
        "following",
        follows.edgesOf(settled),
        edge ->
            port.relate(
                World.userId(follows.follower(edge)),
                FOLLOW,
                World.userId(follows.followed(edge)),
                start));
  }

  /// Registers who joins with the beginning of a tick, and tells whom they follow.
  private void join(FeedPort port, int tick) {
    var joining =
        IntStream.range(settings.users(), world.people().size())
            .filter(user -> world.presence().joins(user) == tick)
            .toArray();
    inFlight.all(
        "registering a user",
        joining.length,
        nth -> {
          int user = joining[nth];
          return port.register(World.userId(user), world.people().profile(user), at(tick));
        });
    for (int user : joining) {
      int first = world.follows().edgesOf(user);
      inFlight.all(
          "following",
          world.follows().edgesOf(user + 1) - first,
          nth -> {
            int whom = world.follows().followed(first + nth);
            return port.relate(World.userId(user), FOLLOW, World.userId(whom), at(tick));
          });
    }
  }

  private void step(FeedPort port, int tick) {
    if (tick == timeline.onsetTick()) {
      chronicle.onset();
    }
    if (plan.injected()) {
      injections.forEach(injection -> injection.apply(tick));
      impair(port);
    }
    join(port, tick);
    publish(port, tick);
    tellLate(port, tick);
    barrier(port, tick);
    chronicle.advance(tick);
    chronicle.write(tick, sessions(port, tick));
  }

  private void impair(FeedPort port) {
    var due = injections.stream().flatMap(injection -> injection.faults().stream()).toList();
    if (!due.equals(faults)) {
      InFlight.await("breaking " + due, port.impair(due));
      faults = due;
    }
  }

  private void publish(FeedPort port, int tick) {
    if (tick > 0) {
      world.write(tick - 1);
    }
    int first = published;
    int count = world.content().size() - first;
    inFlight.all("publishing", count, nth -> port.publish(world.post(first + nth)));
    published += count;
    chronicle.published(count);
    delete(port, tick, first);
    relate(port, tick);
  }

  private void delete(FeedPort port, int tick, int firstNew) {
    var content = world.content();
    long now = tick * settings.tick().toSeconds();
    var waiting = new ArrayList<Integer>();
    var due = new ArrayList<Integer>();
    for (int item : pendingDeletions) {
      (content.deletedAt(item) <= now ? due : waiting).add(item);
    }
    for (int item = firstNew; item < content.size(); item++) {
      if (content.deletedAt(item) < Integer.MAX_VALUE && !content.isRepost(item)) {
        (content.deletedAt(item) <= now ? due : waiting).add(item);
      }
    }
    pendingDeletions = waiting.stream().mapToInt(Integer::intValue).toArray();
    inFlight.all(
        "deleting",
        due.size(),
        nth -> {
          int item = due.get(nth);
          return port.delete(World.userId(content.author(item)), world.itemId(item), at(tick));
        });
  }

  private void relate(FeedPort port, int tick) {
    var changes = world.society().happen();
    inFlight.all(
        "changing a relation",
        changes.size(),
        nth -> {
          var each = changes.get(nth);
          return port.relate(
              World.userId(each.user()), each.change(), World.userId(each.other()), at(tick));
        });
  }

  /// Tells what is told late, and what bots do without a feed.
  private void tellLate(FeedPort port, int tick) {
    var due = late.takeDue(tick);
    inFlight.all(
        "telling late",
        due.size(),
        nth -> {
          var each = due.get(nth);
          return port.engage(each.reader(), each.request(), each.engagements(), each.at());
        });
    var deeds = world.bots().deeds(tick);
    inFlight.all(
        "telling what a bot did",
        deeds.size(),
        nth -> {
          var deed = deeds.get(nth);
          var id = world.itemId(deed.item());
          var done =
              deed.kinds().stream().map(k -> new Engagement(id, k, 0, Duration.ZERO)).toList();
          return port.engage(World.userId(deed.bot()), NO_FEED, done, at(tick));
        });
  }

  private void barrier(FeedPort port, int tick) {
    chronicle.hear(InFlight.await("barrier at " + at(tick), port.barrier(at(tick))));
  }

  private List<Visit> sessions(FeedPort port, int tick) {
    int[] due = world.due(tick);
    return inFlight.all("reading a feed", due.length, nth -> session(port, due[nth], tick)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private CompletionStage<List<Visit>> session(FeedPort port, int user, int tick) {
    int second = world.sessions().second(user, tick);
    var first = visit(port, user, tick, 0, second);
    if (!world.sessions().readsOn(user, tick)) {
      return first.thenApply(List::of);
    }
    return first.thenCompose(
        one ->
            visit(port, user, tick, 1, second + tickSeconds() / 4)
                .thenApply(two -> List.of(one, two)));
  }

  private CompletionStage<Visit> visit(FeedPort port, int user, int tick, int depth, int second) {
    var reader = World.userId(user);
    var when = SimulationSettings.START.plusSeconds(second);
    var query =
        new FeedQuery(
            reader,
            when,
            world.sessions().feedLength(user, settings.feedLimit()),
            Occasion.atDepth(depth),
            FeedQuery.Scope.FEED,
            Stretch.ALL);
    return port.feed(query)
        .thenCompose(
            page -> {
              var reading = world.reader().read(user, tick, depth, second, items(page));
              return tell(port, tick, page, new Visit(depth, page, reading));
            });
  }

  private CompletionStage<Visit> tell(FeedPort port, int tick, FeedPage page, Visit visit) {
    var reading = visit.reading();
    var reader = World.userId(reading.user());
    var when = SimulationSettings.START.plusSeconds(reading.second() + tickSeconds() / 8);
    CompletionStage<Void> told = CompletableFuture.completedStage(null);
    for (var report : world.telemetry().reports(tick, visit.depth(), reading)) {
      var dated = when.plusSeconds(report.aheadSeconds());
      if (report.lateSeconds() > 0) {
        int due = tick + Math.ceilDiv(report.lateSeconds(), tickSeconds());
        late.add(due, new LateReports.Late(reader, page.request(), dated, report.engagements()));
      } else {
        told =
            told.thenCompose(_ -> port.engage(reader, page.request(), report.engagements(), dated));
      }
    }
    return told.thenApply(_ -> visit);
  }

  private int[] items(FeedPage page) {
    return page.items().stream().mapToInt(item -> world.item(item.item())).toArray();
  }

  private int tickSeconds() {
    return (int) settings.tick().toSeconds();
  }

  private Instant at(int tick) {
    return Timeline.instant(settings, tick);
  }
}
