package dev.roost.actors.node;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import com.typesafe.config.Config;
import dev.roost.actors.crowd.CrowdWatcher;
import dev.roost.actors.fanout.Backlog;
import dev.roost.actors.fanout.BacklogSettings;
import dev.roost.actors.fanout.Backlogs;
import dev.roost.actors.fanout.FanoutBranch;
import dev.roost.actors.fanout.FanoutMode;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FanoutSettings;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.fanout.Freshness;
import dev.roost.actors.feed.FeedDesk;
import dev.roost.actors.feed.FeedSettings;
import dev.roost.actors.feed.NeighbourIndexer;
import dev.roost.actors.feed.RankingPool;
import dev.roost.actors.image.Keeping;
import dev.roost.actors.image.NodeImage;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.item.ItemEntity;
import dev.roost.actors.item.ItemSettings;
import dev.roost.actors.journal.JournalSettings;
import dev.roost.actors.journal.JournalTail;
import dev.roost.actors.learn.ExampleLog;
import dev.roost.actors.learn.ExampleLogSettings;
import dev.roost.actors.learn.JoinSettings;
import dev.roost.actors.learn.LearnSettings;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.actors.learn.TrainerActor;
import dev.roost.actors.learn.WindowedModels;
import dev.roost.actors.monitor.DriftMonitor;
import dev.roost.actors.registry.FolderFiles;
import dev.roost.actors.registry.MemoryFiles;
import dev.roost.actors.registry.ModelFiles;
import dev.roost.actors.registry.ModelTrials;
import dev.roost.actors.registry.Models;
import dev.roost.actors.registry.TrialSettings;
import dev.roost.actors.user.UserEntity;
import dev.roost.actors.user.UserLinks;
import dev.roost.model.domain.Post;
import dev.roost.model.drift.DriftSettings;
import dev.roost.model.drift.DriftWatch;
import dev.roost.model.drift.WatchedFeature;
import dev.roost.model.fault.Impairments;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.retrieve.Sponsors;
import dev.roost.model.retrieve.Views;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/// Starts the actors of a node and knows how they are connected; the README of this module draws
/// it. None of them can be missed: where one dies, the node ends.
///
/// @param impairments of the pipeline, none where the node serves
/// @param drift settings of the monitors
/// @param views over the table
/// @param partitions among which readers are spread
/// @param files of models, empty where they outlast the process
/// @param parts all of the node's own actors
/// @param models the registry of models and their trials
/// @param caughtUp completes when the item table holds what the journal holds
record Wiring(
    ItemTable table,
    Views views,
    int partitions,
    MemoryFiles files,
    List<ActorRef<Void>> parts,
    Freshness freshness,
    Impairments impairments,
    DriftSettings drift,
    ActorRef<EngagementTally.Command> tally,
    ActorRef<FeedDesk.Command> desk,
    Barrier barrier,
    Models models,
    CompletableFuture<Done> caughtUp) {

  /// Returns the behavior under which all of a node's own actors live; `wired` gets the wiring.
  static Behavior<Void> guardian(
      NodeSettings settings, Optional<NodeImage> image, CompletableFuture<Wiring> wired) {
    return Behaviors.setup(
        context -> {
          wired.complete(new Plan(context, settings, image).wire());
          return Behaviors.empty();
        });
  }

  /// Brings the parts up, leaves before roots.
  private static final class Plan {

    private static final SupervisorStrategy RESTART_OF_LEAVES =
        SupervisorStrategy.restart().withLimit(10, Duration.ofMinutes(1)); // then the node ends

    private final ActorContext<Void> context;
    private final NodeSettings settings;
    private final Config config;
    private final ItemTable table;
    private final Views views;
    private final RankSettings rank;
    private final MemoryFiles files = new MemoryFiles();
    private final Freshness freshness;
    private final DriftSettings drift = DriftSettings.standard();

    Plan(ActorContext<Void> context, NodeSettings settings, Optional<NodeImage> image) {
      this.context = context;
      this.settings = settings;
      config = settings.config().getConfig("roost");
      rank = RankConfig.from(config.getConfig("rank"));
      var retrieval = rank.retrieval();
      views =
          image
              .map(NodeImage::views)
              .orElseGet(
                  () ->
                      Views.over(
                          new ItemTable(
                              config.getInt("node.items"), config.getInt("node.dimensions")),
                          retrieval.trendingNearby(),
                          retrieval.scanned()))
              .with(Sponsors.of(rank.sponsored().items()))
              .under(settings.overlay());
      table = views.table();
      freshness = settings.isServing() ? Freshness.by(settings.clock()) : Freshness.unmeasured();
    }

    Wiring wire() {
      var ranking = ranking();
      var joiner =
          context.spawn(
              OutcomeJoiner.create(
                  JoinSettings.from(config.getConfig("join")), views.impairments()),
              "outcome-joiner");
      var desk =
          context.spawn(
              FeedDesk.create(
                  table,
                  ranking,
                  joiner,
                  FeedSettings.from(config.getConfig("feed")),
                  this::prepare),
              "feed-desk");
      var fanout = FanoutSettings.from(config.getConfig("fanout"));
      int leaves = config.getInt("node.partitions");
      var branch =
          context.spawn(FanoutBranch.create(table, fanout, mode(), leaves), "fanout-branch");
      var backlogs = backlogs(leaves);
      var partitions = partitions(fanout, branch, desk, backlogs.reads());
      var root =
          context.spawn(
              backlogs
                  .posts()
                  .counting(
                      FanoutRoot.Command.class,
                      FanoutRoot.Publish.class,
                      FanoutRoot.create(
                          settings.seed(), List.of(branch), fanout, mode(), table.capacity())),
              "fanout-root");
      var tally = tally(root);
      var watcher =
          context.spawn(Keeping.nothing(CrowdWatcher.create(views.crowd())), "crowd-watcher");
      ItemEntity.init(context.getSystem(), settings.host(), root);
      UserEntity.init(
          context.getSystem(),
          settings.host(),
          new UserLinks(root, partitions, backlogs, this::acknowledged, tally, watcher, joiner));
      var trainer = trainer();
      var models =
          Models.start(context, settings.host(), modelFiles(), trials(), branch, ranking, trainer);
      var barrier = barrier(tally, watcher, root, joiner, trainer, models.trials());
      var caughtUp = slowPath(branch, barrier, desk);
      var parts = List.copyOf(context.getChildren());
      var wiring =
          new Wiring(
              table,
              views,
              leaves,
              files,
              parts,
              freshness,
              views.impairments(),
              drift,
              tally,
              desk,
              barrier,
              models,
              caughtUp);
      context.getChildren().forEach(context::watch); // none ever stops by itself
      return wiring;
    }

    /// Starts what a journal and the wall clock need: the tail of public facts, and the pulse.
    private CompletableFuture<Done> slowPath(
        ActorRef<FanoutBranch.Command> branch, Barrier barrier, ActorRef<FeedDesk.Command> desk) {
      if (!settings.isServing()) {
        return CompletableFuture.completedFuture(Done.getInstance());
      }
      var caughtUp = new CompletableFuture<Done>();
      var facts = context.spawn(PublicFacts.create(branch, caughtUp), "public-facts");
      var journal = JournalSettings.from(config.getConfig("journal"));
      context.spawn(JournalTail.create(journal, facts), "journal-tail");
      var rest = config.getDuration("node.pulse");
      context.spawn(Pulse.create(barrier, desk, settings.clock(), rest), "pulse");
      return caughtUp;
    }

    private void prepare(FeedQuery query) {
      UserEntity.of(ClusterSharding.get(context.getSystem()), query.reader())
          .tell(new UserEntity.PrepareFeed(query));
    }

    private ActorRef<RankingPool.Command> ranking() {
      int workers = FeedSettings.from(config.getConfig("feed")).workers();
      return context.spawn(
          Keeping.nothing(RankingPool.create(views, rank, settings.seed(), workers)), "ranking");
    }

    private FanoutMode mode() {
      return settings.isServing() ? FanoutMode.SERVING : FanoutMode.RUN;
    }

    private Instant acknowledged(Post post) {
      return settings.isServing() ? settings.clock().instant() : post.at();
    }

    private Backlogs backlogs(int leaves) {
      return settings.isServing()
          ? Backlogs.of(BacklogSettings.from(config.getConfig("fanout")), leaves)
          : Backlogs.unbounded(leaves);
    }

    private List<ActorRef<FeedPartition.Command>> partitions(
        FanoutSettings fanout,
        ActorRef<FanoutBranch.Command> branch,
        ActorRef<FeedDesk.Command> desk,
        List<Backlog> reads) {
      var leaf = FeedPartition.create(table, fanout, freshness, branch, desk);
      var kept =
          settings.isServing() ? Behaviors.supervise(leaf).onFailure(RESTART_OF_LEAVES) : leaf;
      return IntStream.range(0, reads.size())
          .mapToObj(i -> context.spawn(counting(reads.get(i), kept), "partition-" + i))
          .toList();
    }

    private static Behavior<FeedPartition.Command> counting(
        Backlog reads, Behavior<FeedPartition.Command> leaf) {
      return reads.counting(FeedPartition.Command.class, FeedPartition.Read.class, leaf);
    }

    private ActorRef<EngagementTally.Command> tally(ActorRef<FanoutRoot.Command> root) {
      var sharding = ClusterSharding.get(context.getSystem());
      var item = ItemSettings.from(config.getConfig("item"));
      var behavior =
          settings.isServing()
              ? EngagementTally.periodic(id -> ItemEntity.of(sharding, id), root, item)
              : EngagementTally.onDemand(id -> ItemEntity.of(sharding, id), root, item);
      return context.spawn(behavior, "engagement-tally");
    }

    private Barrier barrier(
        ActorRef<EngagementTally.Command> tally,
        ActorRef<CrowdWatcher.Command> watcher,
        ActorRef<FanoutRoot.Command> root,
        ActorRef<OutcomeJoiner.Command> joiner,
        ActorRef<TrainerActor.Command> trainer,
        ActorRef<ModelTrials.Command> trials) {
      var scheduler = context.getSystem().scheduler();
      Duration timeout = config.getDuration("node.barrier-timeout");
      return new Barrier(
          new Barrier.Stations(
              tally,
              watcher,
              root,
              joiner,
              examples(),
              monitor(),
              indexer(),
              trainer,
              trials,
              scheduler,
              settings.horizon(),
              timeout));
    }

    private Optional<ActorRef<ExampleLog.Command>> examples() {
      var examples = ExampleLogSettings.from(config.getConfig("examples"));
      return examples.isOn()
          ? Optional.of(
              context.spawn(
                  ExampleLog.create(examples, settings.isServing()),
                  "example-log",
                  DispatcherSelector.blocking()))
          : Optional.empty();
    }

    private ActorRef<NeighbourIndexer.Command> indexer() {
      Executor builder =
          settings.isServing()
              ? context
                  .getSystem()
                  .dispatchers()
                  .lookup(DispatcherSelector.fromConfig("roost.training-dispatcher"))
              : Runnable::run; // where time is virtual it stands still meanwhile
      return context.spawn(
          Keeping.nothing(NeighbourIndexer.create(views.neighbours(), builder)),
          "neighbour-indexer");
    }

    private ActorRef<DriftMonitor.Command> monitor() {
      var schema = FeatureSchema.standard();
      var watched =
          IntStream.range(0, schema.size())
              .mapToObj(
                  i -> new WatchedFeature(schema.column(i).name(), schema.column(i).missing()))
              .toList();
      return context.spawn(
          DriftMonitor.create(new DriftWatch(drift, watched), drift.window()), "drift-monitor");
    }

    private ModelFiles modelFiles() {
      return switch (settings.host()) {
        case JOURNALED -> new FolderFiles(Path.of(config.getString("models.dir")));
        case VOLATILE -> files;
      };
    }

    private TrialSettings trials() {
      return new TrialSettings(
          RegistryConfig.from(config.getConfig("registry")),
          rank,
          settings.clock().instant(),
          this::isFrozen,
          config.getDuration("node.barrier-timeout"));
    }

    private boolean isFrozen(Instant at) {
      return views.impairments().now().freezeModels()
          || settings.frozenFrom().filter(from -> !at.isBefore(from)).isPresent();
    }

    private ActorRef<TrainerActor.Command> trainer() {
      var learn = LearnSettings.from(config.getConfig("learn"));
      var models = new WindowedModels(learn, settings.seed(), table.dimensions());
      return context.spawn(TrainerActor.create(learn, models, this::isFrozen), "trainer");
    }
  }
}
