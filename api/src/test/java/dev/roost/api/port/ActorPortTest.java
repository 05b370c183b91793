package dev.roost.api.port;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import akka.actor.ActorRef;
import akka.actor.InternalActorRef;
import akka.actor.PoisonPill;
import akka.actor.typed.javadsl.Adapter;
import dev.roost.actors.node.RoostNode;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.PortFactory.PortSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ActorPortTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30); // far less than any ask's

  private final RoostNode node = ActorPortFactory.node(new PortSettings(7, 1, START, null, false));
  private final ActorPort port = new ActorPort(node);

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void failsWhatIsAwaitedWhenTheNodeEndsByItself() throws Exception {
    var reader = new UserId(1);
    awaited(port.register(reader, Profile.unknown(), START));
    ((InternalActorRef) actor("feed-desk")).suspend(); // now no feed is answered
    var answer = port.feed(FeedQuery.feed(reader, START, 10));

    actor("fanout-root").tell(PoisonPill.getInstance(), ActorRef.noSender());

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> awaited(answer))
        .withMessageContaining("the node ended");
  }

  private ActorRef actor(String name) throws Exception {
    return awaited(
        Adapter.toClassic(node.system()).actorSelection("/user/" + name).resolveOne(PATIENCE));
  }

  private static <T> T awaited(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
