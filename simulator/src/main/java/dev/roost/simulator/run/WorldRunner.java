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
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.port.PortFactory.PortSettings;
import dev.roost.simulator.world.World;
import dev.roost.simulator.world.WorldSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.zip.ZipOutputStream;

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
  private final WorldState state;
  private final World world;
  private final Memory memory;
  private final Chronicle chronicle;
  private final InFlight inFlight;

  private WorldRunner(WorldPlan plan, WorldState state, Progress progress) {
    this.plan = plan;
    this.progress = progress;
    this.state = state;
    settings = state.settings;
    timeline = Timeline.of(settings);
    inFlight = new InFlight(settings.inFlight());
    world = state.world;
    memory = state.memory;
    chronicle = state.chronicle;
  }

  /// Returns the runner of a world at its start.
  static WorldRunner start(SimulationSettings settings, WorldPlan plan, Progress progress) {
    var timeline = Timeline.of(settings);
    int reseededFrom = plan.reseeded() ? timeline.onsetTick() : Integer.MAX_VALUE;
    var world =
        World.generate(
            new WorldSettings(
                settings.seed(),
                Muster.of(settings.scenario(), settings.users(), settings.days()),
                SimulationSettings.START,
                (int) settings.tick().toSeconds(),
                reseededFrom,
                settings.scenario().world()),
            settings.weights());
    var memory = new Memory(world.people().size());
    var injections =
        settings.scenario().drifts().stream().map(drift -> Injection.of(drift, world)).toList();
    var chronicle = new Chronicle(settings, timeline, world, memory, affected(world, injections));
    return new WorldRunner(
        plan, new WorldState(settings, world, memory, injections, chronicle), progress);
  }

  /// Returns the runner of a world on its way, which becomes that of a plan from here on.
  static WorldRunner resume(WorldState state, WorldPlan plan, Progress progress) {
    return new WorldRunner(plan, state, progress);
  }

  /// Returns the scenario's drifts as prepared for this world, in order of onset.
  List<Injection> injections() {
    return state.injections;
  }

  /// Returns which users any of the injections touches; shape `[people]`, fresh; nobody without
  /// any.
  boolean[] affected() {
    return affected(world, state.injections);
  }

  /// Returns which users of a world any of these injections touches; shape `[people]`, fresh.
  static boolean[] affected(World world, List<Injection> injections) {
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
    try (var port = recommenders.open(portSettings(threads))) {
      settle(port);
      return toEnd(port);
    }
  }

  /// Runs the world from its first tick to the beginning of another, and writes both it and its
  /// recommender.
  void runTo(int tick, PortFactory recommenders, int threads, ZipOutputStream to)
      throws IOException {
    try (var port = recommenders.open(portSettings(threads))) {
      settle(port);
      steps(port, tick);
      WorldImage.write(state, port, to);
    }
  }

  /// Runs the world from its first tick to its last, and has it kept on the way.
  ///
  /// @param tick at whose beginning it is kept
  WorldResult run(PortFactory recommenders, int threads, int tick, Keeper keeper) {
    try (var port = recommenders.open(portSettings(threads))) {
      settle(port);
      steps(port, tick);
      keeper.keep(state, port);
      return toEnd(port);
    }
  }

  /// Keeps a world on its way.
  interface Keeper {

    /// Keeps it and its recommender, between two ticks.
    void keep(WorldState state, FeedPort port);
  }

  /// Runs the world to its last tick, with a recommender that goes on from its image.
  WorldResult run(PortFactory recommenders, int threads, InputStream image) {
    try (var port = recommenders.resume(portSettings(threads), image)) {
      if (!state.faults.isEmpty()) {
        InFlight.await("breaking " + state.faults, port.impair(state.faults));
      }
      return toEnd(port);
    }
  }

  private PortSettings portSettings(int threads) {
    return portSettings(settings, plan, threads);
  }

  /// Returns what the recommender of a world is told.
  static PortSettings portSettings(SimulationSettings settings, WorldPlan plan, int threads) {
    return new PortSettings(
        settings.seed(),
        threads,
        SimulationSettings.START,
        plan.frozen() ? Timeline.of(settings).onset() : null,
        settings.durable());
  }

  private void steps(FeedPort port, int end) {
    for (; state.tick < end; state.tick++) {
      progress.at(plan.name(), state.tick, settings.ticks());
      step(port, state.tick);
    }
  }

  private WorldResult toEnd(FeedPort port) {
    steps(port, settings.ticks());
    publish(port, settings.ticks());
    barrier(port, settings.ticks());
    progress.at(plan.name(), settings.ticks(), settings.ticks());
    return chronicle.result(plan, port.monitors());
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
      state.injections.forEach(injection -> injection.apply(tick));
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
    var due = state.injections.stream().flatMap(injection -> injection.faults().stream()).toList();
    if (!due.equals(state.faults)) {
      InFlight.await("breaking " + due, port.impair(due));
      state.faults = due;
    }
  }

  private void publish(FeedPort port, int tick) {
    if (tick > 0) {
      world.write(tick - 1);
    }
    int first = state.published;
    int count = world.content().size() - first;
    inFlight.all("publishing", count, nth -> port.publish(world.post(first + nth)));
    state.published += count;
    chronicle.published(count);
    delete(port, tick, first);
    relate(port, tick);
  }

  private void delete(FeedPort port, int tick, int firstNew) {
    var content = world.content();
    long now = tick * settings.tick().toSeconds();
    var waiting = new ArrayList<Integer>();
    var due = new ArrayList<Integer>();
    for (int item : state.pendingDeletions) {
      (content.deletedAt(item) <= now ? due : waiting).add(item);
    }
    for (int item = firstNew; item < content.size(); item++) {
      if (content.deletedAt(item) < Integer.MAX_VALUE && !content.isRepost(item)) {
        (content.deletedAt(item) <= now ? due : waiting).add(item);
      }
    }
    state.pendingDeletions = waiting.stream().mapToInt(Integer::intValue).toArray();
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
    var due = state.late.takeDue(tick);
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
        state.late.add(
            due, new LateReports.Late(reader, page.request(), dated, report.engagements()));
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
