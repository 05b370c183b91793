package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

final class BacklogTest {

  private final Backlog backlog = Backlog.of(2);
  private final BehaviorTestKit<Object> actor =
      BehaviorTestKit.create(
          backlog.counting(Object.class, Integer.class, Behaviors.receiveMessage(_ -> same())));

  private static <T> Behavior<T> same() {
    return Behaviors.same();
  }

  @Test
  void isFullAtItsBoundUntilTheActorTakesSomethingIn() {
    backlog.handOver(actor.getRef(), 1);
    assertThat(backlog.isFull()).isFalse();
    backlog.handOver(actor.getRef(), 2);
    assertThat(backlog.isFull()).isTrue();

    actor.runOne();

    assertThat(backlog.isFull()).isFalse();
    assertThat(backlog.waiting()).isEqualTo(1);
  }

  @Test
  void countsMessagesOfItsKindAlone() {
    backlog.handOver(actor.getRef(), 1);
    backlog.handOver(actor.getRef(), 2);

    actor.run("something else");

    assertThat(backlog.isFull()).isTrue();
  }

  @Test
  void aBoundOfNothingIsRefusedByName() {
    assertThatIllegalArgumentException().isThrownBy(() -> Backlog.of(0));
    for (var key : new String[] {"backlog-posts", "backlog-reads"}) {
      var section =
          ConfigFactory.parseString("backlog-posts = 1, backlog-reads = 1")
              .withFallback(ConfigFactory.empty());
      var wrong = ConfigFactory.parseString(key + " = 0").withFallback(section);
      assertThatThrownBy(() -> BacklogSettings.from(wrong))
          .isInstanceOf(ConfigException.BadValue.class)
          .hasMessageContaining(key + " must be at least 1: 0");
    }
  }
}
