package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FlushesTest {

  private final Flushes flushes = new Flushes(5);
  private final TestInbox<FanoutRoot.Flushed> flushed = TestInbox.create();
  private final ActorRef<FanoutBranch.Command> here =
      TestInbox.<FanoutBranch.Command>create("here").getRef();
  private final ActorRef<FanoutBranch.Command> there =
      TestInbox.<FanoutBranch.Command>create("there").getRef();

  @Test
  void theEldestAreForgottenWhereNobodyAnswers() {
    for (long sequence = 1; sequence <= 100; sequence++) {
      flushes.begin(sequence, List.of(here), flushed.getRef());
    }

    assertThat(flushes.size()).isEqualTo(5);
    flushes.pass(95, 1, here);
    assertThat(flushed.hasMessages()).isFalse();
    flushes.pass(96, 7, here);
    flushed.expectMessage(new FanoutRoot.Flushed(7));
  }

  @Test
  void whoPassedOneHasPassedThoseBefore() {
    flushes.begin(1, List.of(here, there), flushed.getRef());
    flushes.begin(2, List.of(here, there), flushed.getRef());
    flushes.begin(3, List.of(here, there), flushed.getRef());
    flushes.pass(1, 9, here); // the other answer is lost

    flushes.pass(2, 20, here);
    flushes.pass(2, 4, there);

    flushed.expectMessage(new FanoutRoot.Flushed(9));
    flushed.expectMessage(new FanoutRoot.Flushed(24));
    assertThat(flushed.hasMessages()).isFalse();
    assertThat(flushes.size()).isEqualTo(1);
  }

  @Test
  void oneThatOthersAreAwaitedForIsNotForgottenForALaterOne() {
    flushes.begin(1, List.of(here, there), flushed.getRef());
    flushes.begin(2, List.of(here), flushed.getRef()); // the other is behind by now

    flushes.pass(1, 1, here);
    flushes.pass(2, 2, here);
    flushed.expectMessage(new FanoutRoot.Flushed(2));
    flushes.pass(1, 3, there);

    flushed.expectMessage(new FanoutRoot.Flushed(4));
  }

  @Test
  void oneThatNoBranchWasSentIsNeverAnswered() {
    flushes.begin(1, List.of(), flushed.getRef());

    assertThat(flushes.size()).isZero();
    assertThat(flushed.hasMessages()).isFalse();
  }

  @Test
  void oneThatIsNotAwaitedOnlyAddsItsDeliveries() {
    flushes.begin(1, List.of(here), flushed.getRef());

    flushes.pass(1, 5, there);
    assertThat(flushed.hasMessages()).isFalse();
    flushes.pass(1, 2, here);

    flushed.expectMessage(new FanoutRoot.Flushed(7));
  }
}
