package dev.roost.actors;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.cluster.typed.SelfUp;
import akka.cluster.typed.Subscribe;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.crowd.CrowdWatcher;
import dev.roost.actors.fanout.Backlogs;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.fanout.FeedPartition;
import dev.roost.actors.item.EngagementTally;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.actors.user.UserLinks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A cluster of one node for tests, with probes in the place of an entity's neighbours.
public final class OneNode implements AutoCloseable {

  /// When posts are acknowledged here.
  public static final Instant ACKNOWLEDGED = Instant.parse("2026-01-02T03:04:05.678901Z");

  private final ActorTestKit kit;
  public final TestProbe<FanoutRoot.Command> root;
  public final TestProbe<FeedPartition.Command> partition;
  public final TestProbe<EngagementTally.Command> tally;
  public final TestProbe<CrowdWatcher.Command> crowd;
  public final TestProbe<OutcomeJoiner.Command> outcomes;

  private OneNode(ActorTestKit kit) {
    this.kit = kit;
    root = kit.createTestProbe(FanoutRoot.Command.class);
    partition = kit.createTestProbe(FeedPartition.Command.class);
    tally = kit.createTestProbe(EngagementTally.Command.class);
    crowd = kit.createTestProbe(CrowdWatcher.Command.class);
    outcomes = kit.createTestProbe(OutcomeJoiner.Command.class);
  }

  /// Starts a node whose journal lies in `journal`; `more` overrides its configuration.
  public static OneNode start(Path journal, String more) {
    var config =
        NodeConfig.over(
            ConfigFactory.parseString(more)
                .withFallback(
                    ConfigFactory.parseString(
                        """
                        akka.actor.testkit.typed.filter-leeway = 20s
                        akka.cluster.jmx.enabled = off
                        akka.coordinated-shutdown.run-by-jvm-shutdown-hook = off
                        roost.journal.dir = "%s"
                        """
                            .formatted(journal))));
    var kit = ActorTestKit.create("roost", config);
    var up = kit.createTestProbe(SelfUp.class);
    var cluster = Cluster.get(kit.system());
    cluster.subscriptions().tell(Subscribe.create(up.getRef(), SelfUp.class));
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    up.expectMessageClass(SelfUp.class, Duration.ofSeconds(20));
    return new OneNode(kit);
  }

  public ActorTestKit kit() {
    return kit;
  }

  public ActorSystem<Void> system() {
    return kit.system();
  }

  public ClusterSharding sharding() {
    return ClusterSharding.get(kit.system());
  }

  public UserLinks links() {
    return links(root.getRef(), Backlogs.unbounded(1));
  }

  /// Returns links to a root of its own.
  public UserLinks links(ActorRef<FanoutRoot.Command> to, Backlogs backlogs) {
    return new UserLinks(
        to,
        List.of(partition.getRef()),
        backlogs,
        _ -> ACKNOWLEDGED,
        tally.getRef(),
        crowd.getRef(),
        outcomes.getRef());
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
  }
}
