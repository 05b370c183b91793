package dev.roost.actors.node;

import static java.util.Objects.requireNonNull;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import dev.roost.actors.entity.Host;
import dev.roost.actors.feed.FeedDesk;
import dev.roost.actors.feed.FeedSettings;
import dev.roost.actors.image.NodeImage;
import dev.roost.actors.item.EngagementRecount;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.journal.JournalSettings;
import dev.roost.actors.learn.ExampleLogSettings;
import dev.roost.model.drift.DriftSettings;
import dev.roost.model.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One running node: its actor system, and the ways in.
public final class RoostNode implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final String NOT_IMAGED =
      "no image of a node with a journal, a clock, feeds made ahead or a log of examples: switch "
          + "them off";

  private final ActorSystem<Void> system;
  private final Wiring wiring;
  private final Duration askTimeout;
  private final boolean isServing;
  private final FeedService service;
  private final @Nullable Imaging imaging; // null where none can be taken

  private RoostNode(
      ActorSystem<Void> system, Wiring wiring, NodeSettings settings, @Nullable Imaging imaging) {
    this.imaging = imaging;
    this.system = system;
    this.wiring = wiring;
    askTimeout = settings.config().getDuration("roost.node.ask-timeout");
    isServing = settings.isServing();
    service =
        new ShardedFeedService(
            ClusterSharding.get(system),
            wiring.table(),
            wiring.models().trials(),
            system.scheduler(),
            wiring.freshness(),
            this::notReady,
            askTimeout);
  }

  /// Starts a node that is a cluster of its own; the models that were in use before rank
  /// again, and a serving one has caught up with its journal.
  ///
  /// @throws IllegalStateException if it does not come up in time
  public static RoostNode start(NodeSettings settings) {
    return start(settings, Optional.empty());
  }

  /// Starts a node in virtual time that goes on from an image, which belongs to it from now on.
  /// What it tells from now on is what the other node would have told.
  ///
  /// @throws IllegalStateException if it does not come up in time
  /// @throws IllegalArgumentException if it would have other parts than the image
  public static RoostNode start(NodeSettings settings, NodeImage image) {
    if (!isImaged(settings)) {
      throw new IllegalArgumentException(NOT_IMAGED);
    }
    return start(settings, Optional.of(image));
  }

  /// Returns whether images can be taken of a node, and put in: one of a volatile host in virtual
  /// time that makes no feeds ahead and writes no examples, which are both in no image.
  public static boolean isImaged(NodeSettings settings) {
    var config = settings.config().getConfig("roost");
    return !settings.isServing()
        && settings.host() == Host.VOLATILE
        && !FeedSettings.from(config.getConfig("feed")).precompute().areOn()
        && !ExampleLogSettings.from(config.getConfig("examples")).isOn();
  }

  private static RoostNode start(NodeSettings settings, Optional<NodeImage> image) {
    var wired = new CompletableFuture<Wiring>();
    var system =
        ActorSystem.create(Wiring.guardian(settings, image, wired), "roost", settings.config());
    try {
      var cluster = Cluster.get(system);
      cluster.manager().tell(Join.create(cluster.selfMember().address()));
      var wiring = wired.get(START.toSeconds(), TimeUnit.SECONDS);
      wiring.models().started().get(START.toSeconds(), TimeUnit.SECONDS);
      if (settings.isServing()) {
        catchUp(system, wiring, settings);
      }
      var limit = settings.config().getDuration("roost.node.barrier-timeout");
      var imaging = isImaged(settings) ? new Imaging(system, wiring, limit) : null;
      if (image.isPresent()) {
        requireNonNull(imaging)
            .restore(image.get())
            .toCompletableFuture()
            .get(limit.toSeconds(), TimeUnit.SECONDS);
      }
      var node = new RoostNode(system, wiring, settings, imaging);
      if (image.isPresent()) { // answered when the models rank that the image names
        node.service().models().toCompletableFuture().get(limit.toSeconds(), TimeUnit.SECONDS);
      }
      return node;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      system.terminate();
      throw new IllegalStateException("interrupted while the node was starting", e);
    } catch (ExecutionException | TimeoutException e) {
      system.terminate();
      throw new IllegalStateException("the node did not start", e);
    }
  }

  /// Waits until the views hold what the journal holds: items first, then their totals.
  private static void catchUp(ActorSystem<Void> system, Wiring wiring, NodeSettings settings)
      throws InterruptedException, ExecutionException, TimeoutException {
    var journal = JournalSettings.from(settings.config().getConfig("roost.journal"));
    var limit = settings.config().getDuration("roost.node.catch-up-timeout");
    wiring
        .caughtUp()
        .thenCompose(_ -> EngagementRecount.run(system, journal))
        .thenAccept(totals -> wiring.tally().tell(new EngagementTally.Restore(totals)))
        .get(limit.toSeconds(), TimeUnit.SECONDS);
  }

  /// Returns the way in for requests.
  public FeedService service() {
    return service;
  }

  /// Returns the barrier that ends phases.
  public Barrier barrier() {
    return wiring.barrier();
  }

  /// Makes feeds ahead for readers who are away, as a serving node does at each pulse; completes
  /// when it is done, or given up because a reader waits.
  public CompletionStage<Done> precompute(Instant at) {
    return AskPattern.ask(
        wiring.desk(),
        replyTo -> new FeedDesk.Precompute(at, replyTo),
        askTimeout,
        system.scheduler());
  }

  /// Has exactly these faults at work in the node's pipeline from now on; none heals everything. To
  /// be called between two phases, when nothing else is under way.
  ///
  /// @throws IllegalStateException if the node serves
  public void impair(List<Fault> faults) {
    if (isServing) {
      throw new IllegalStateException(
          "a serving node is not broken on purpose: run a simulation to see what a fault does");
    }
    wiring.impairments().set(faults, wiring.table());
  }

  /// Takes the image of all that the node knows; between two phases only, and nothing else may be
  /// asked of the node until it is answered. It is true until the next call to the node. A training
  /// under way is waited for.
  ///
  /// @throws IllegalStateException if the node's settings allow none
  public CompletionStage<NodeImage> image() {
    if (imaging == null) {
      throw new IllegalStateException(NOT_IMAGED);
    }
    return imaging.take();
  }

  /// Returns the settings of the monitors.
  public DriftSettings drift() {
    return wiring.drift();
  }

  /// Returns the actor system, on which more can be started.
  public ActorSystem<Void> system() {
    return system;
  }

  private Optional<String> notReady() {
    return system.getWhenTerminated().toCompletableFuture().isDone()
        ? Optional.of("the node has stopped")
        : Optional.empty();
  }

  /// Stops the node and waits until its actor system has ended, for a minute at most.
  @Override
  public void close() {
    system.terminate();
    try {
      system.getWhenTerminated().toCompletableFuture().get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the node did not stop", e);
    }
  }
}
