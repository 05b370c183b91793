package dev.roost.actors.node;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import akka.Done;
import akka.actor.ActorRef;
import akka.actor.PoisonPill;
import akka.actor.typed.javadsl.Adapter;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.NodeConfig;
import dev.roost.actors.entity.Host;
import dev.roost.model.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoostNodeTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path journal;

  private RoostNode start(boolean serving) {
    var config =
        NodeConfig.over(
            ConfigFactory.parseString(
                """
                akka.cluster.jmx.enabled = off
                akka.coordinated-shutdown.run-by-jvm-shutdown-hook = off
                roost.journal.dir = "%s"
                roost.node.items = 1024
                roost.node.pulse = 1h
                """
                    .formatted(journal)));
    return RoostNode.start(
        new NodeSettings(
            config,
            serving ? Host.JOURNALED : Host.VOLATILE,
            serving,
            InstantSource.fixed(START),
            1,
            Duration.ofDays(7),
            Optional.empty()));
  }

  private static void tell(RoostNode node, String actor, Object message) {
    Adapter.toClassic(node.system())
        .actorSelection("/user/" + actor)
        .tell(message, ActorRef.noSender());
  }

  private static void passBarrier(RoostNode node) {
    node.barrier().pass(START).toCompletableFuture().orTimeout(20, SECONDS).join();
  }

  private static Done end(RoostNode node) {
    return node.system().getWhenTerminated().toCompletableFuture().orTimeout(20, SECONDS).join();
  }

  @ParameterizedTest
  @CsvSource({"true, fanout-branch", "true, trainer", "false, trainer"})
  void endsWithAnyOfItsActors(boolean serving, String actor) {
    try (var node = start(serving)) {
      tell(node, actor, PoisonPill.getInstance());

      end(node);

      assertThat(node.service().notReady()).contains("the node has stopped");
    }
  }

  @Test
  void aPartitionMayFailButNotForEver() {
    try (var node = start(true)) {
      tell(node, "partition-0", "what no partition understands");
      passBarrier(node);
      assertThat(node.service().notReady()).isEmpty();

      for (int i = 0; i < 10; i++) {
        tell(node, "partition-0", "what no partition understands");
      }

      end(node);
    }
  }

  @Test
  void isNotBrokenOnPurposeWhileItServes() {
    try (var node = start(true)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> node.impair(List.of(new Fault.ModelsFrozen())))
          .withMessageContaining("serving");
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void endsWhenItIsClosedAndNotBefore(boolean serving) {
    var node = start(serving);
    passBarrier(node);
    assertThat(node.service().notReady()).isEmpty();

    node.close();

    end(node);
    assertThat(node.service().notReady()).contains("the node has stopped");
  }
}
