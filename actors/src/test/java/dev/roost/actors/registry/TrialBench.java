package dev.roost.actors.registry;

import static java.util.concurrent.TimeUnit.SECONDS;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.NodeConfig;
import dev.roost.actors.entity.Host;
import dev.roost.actors.fanout.FanoutBranch;
import dev.roost.actors.feed.Arms;
import dev.roost.actors.feed.RankingPool;
import dev.roost.actors.learn.TrainerActor;
import dev.roost.model.domain.UserId;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.registry.CanaryArm;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.ModelVersion;
import dev.roost.model.registry.Pace;
import dev.roost.model.registry.RegistrySettings;
import dev.roost.model.registry.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The registry and its trials on a node whose other parts agree to everything; an hour passes
/// with each tick.
final class TrialBench implements AutoCloseable {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final ActorTestKit kit;
  private final Models models;
  private final List<String> installed = Collections.synchronizedList(new ArrayList<>());
  private final List<List<String>> resumed = Collections.synchronizedList(new ArrayList<>());
  private Instant now = START;

  /// Starts a node whose registry lives in `folder`, or in memory if it is null.
  TrialBench(@Nullable Path folder, ModelFiles files) {
    var config =
        NodeConfig.over(
            ConfigFactory.parseString(
                """
                akka.actor.provider = local
                akka.loglevel = WARNING
                roost.journal.dir = "%s"
                """
                    .formatted(folder == null ? "unused" : folder)));
    kit = ActorTestKit.create("trials", config);
    ActorRef<FanoutBranch.Command> branch =
        kit.spawn(
            Behaviors.receive(FanoutBranch.Command.class)
                .onMessage(FanoutBranch.Install.class, this::placed)
                .build());
    ActorRef<RankingPool.Command> ranking =
        kit.spawn(
            Behaviors.receive(RankingPool.Command.class)
                .onMessage(RankingPool.Install.class, this::ranked)
                .build());
    ActorRef<TrainerActor.Command> trainer =
        kit.spawn(
            Behaviors.receive(TrainerActor.Command.class)
                .onMessage(
                    TrainerActor.Resume.class,
                    resume -> {
                      resumed.add(resume.made());
                      return Behaviors.same();
                    })
                .build());
    var host = folder == null ? Host.VOLATILE : Host.JOURNALED;
    var started = kit.<Models>createTestProbe();
    kit.spawn(
        Behaviors.setup(
            context -> {
              started
                  .getRef()
                  .tell(Models.start(context, host, files, settings(), branch, ranking, trainer));
              return Behaviors.empty();
            }));
    models = started.receiveMessage(TIMEOUT);
    models.started().orTimeout(TIMEOUT.toSeconds(), SECONDS).join();
  }

  private static TrialSettings settings() {
    var rules =
        new RegistrySettings(
            new Pace(HOUR, HOUR, 0.2),
            new Pace(Duration.ZERO, HOUR, 0.5),
            300,
            0.05,
            300,
            0.05,
            HOUR.multipliedBy(9),
            0.05,
            HOUR.multipliedBy(4),
            HOUR,
            2);
    return new TrialSettings(rules, RankSettings.usual(), START, _ -> false, TIMEOUT);
  }

  private Behavior<FanoutBranch.Command> placed(FanoutBranch.Install install) {
    installed.add("place " + install.embedder().version() + ", keep " + install.keep());
    install.replyTo().tell(Done.getInstance());
    return Behaviors.same();
  }

  private Behavior<RankingPool.Command> ranked(RankingPool.Install install) {
    installed.add("rank " + words(install.arms()));
    install.replyTo().tell(Done.getInstance());
    return Behaviors.same();
  }

  private static String words(Arms arms) {
    return version(arms.champion())
        + (arms.challenger() == null
            ? ""
            : " and " + version(arms.challenger()) + " for " + share(arms.canary()));
  }

  /// Returns for what share of readers a canary ranks, to the nearest 10 %.
  private static String share(CanaryArm arm) {
    int readers = 2_000; // five standard deviations of the share are 5.6 %
    long held = LongStream.range(0, readers).filter(id -> arm.holds(new UserId(id))).count();
    return "0." + Math.round(10.0 * held / readers);
  }

  private static String version(@Nullable RankingModel model) {
    return model == null ? "nothing" : model.version();
  }

  /// Returns what was installed since this was last asked.
  List<String> installed() {
    var all = List.copyOf(installed);
    installed.clear();
    return all;
  }

  /// Returns what the trainer was told when the node started.
  List<List<String>> resumed() {
    return resumed;
  }

  /// Returns what becomes of a model that is offered now.
  List<Stage> offer(RankingModel model) {
    return offer(TrialModels.made(model, "scheduled", false, now));
  }

  /// Returns what becomes of a model that is offered now in answer to an incident.
  List<Stage> answerIncident(RankingModel model) {
    return offer(TrialModels.made(model, "incident-1", true, now));
  }

  private List<Stage> offer(TrainerActor.NewModel made) {
    pass(List.of(), Optional.of(made));
    return stages(made.training().model().version());
  }

  /// Lets an hour pass, at whose end the outcome of impressions is known.
  ModelBook pass(List<Example> examples) {
    now = now.plus(HOUR);
    return pass(examples, Optional.empty());
  }

  private ModelBook pass(List<Example> examples, Optional<TrainerActor.NewModel> made) {
    return AskPattern.<ModelTrials.Command, ModelTrials.Ticked>ask(
            models.trials(),
            replyTo -> new ModelTrials.Tick(now, examples, made, replyTo),
            TIMEOUT,
            kit.scheduler())
        .toCompletableFuture()
        .join()
        .book();
  }

  /// Returns the time.
  Instant now() {
    return now;
  }

  ModelRegistry.Answer order(ModelRegistry.Question question) {
    return AskPattern.<ModelTrials.Command, ModelRegistry.Answer>ask(
            models.trials(),
            replyTo -> new ModelTrials.Order(question, replyTo),
            TIMEOUT,
            kit.scheduler())
        .toCompletableFuture()
        .join();
  }

  ModelBook book() {
    return order(ModelRegistry.Inspect::new).book();
  }

  /// Returns the life of a version.
  List<Stage> stages(String version) {
    return book().find(version).orElseThrow().steps().stream()
        .map(ModelVersion.Step::stage)
        .toList();
  }

  /// Returns why a version is where it is.
  String reason(String version) {
    return book().find(version).orElseThrow().now().reason();
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
  }
}
