package dev.roost.actors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.fanout.FanoutBranch;
import dev.roost.actors.feed.RankingPool;
import dev.roost.model.learn.Example;
import dev.roost.model.train.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TrainerActorTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private final TestProbe<TrainerActor.Ticked> answers = kit.createTestProbe();
  private final SlowFactory factory = new SlowFactory();

  /// Trainings that end, without a model, when the test lets them.
  private static final class SlowFactory implements ModelFactory {

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Stale> forgotten = new ArrayList<>();
    private int trainings;

    @Override
    public void learn(List<Example> examples) {}

    @Override
    public int rows() {
      return 1_000;
    }

    @Override
    public void forget(Stale stale) {
      forgotten.add(stale);
    }

    @Override
    public Supplier<Training> job(Instant until) {
      trainings++;
      return () -> {
        try {
          end.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return new Training.TooFewRows(1, 2);
      };
    }
  }

  @AfterEach
  void stop() {
    factory.end.countDown();
    kit.shutdownTestKit();
  }

  private ActorRef<TrainerActor.Command> trainer(boolean waits) {
    var settings = new LearnSettings(HOUR, HOUR, Duration.ZERO, waits, HOUR, 10, 10, 20, 20, 10);
    TestProbe<FanoutBranch.Command> branch = kit.createTestProbe();
    TestProbe<RankingPool.Command> ranking = kit.createTestProbe();
    var installer = new ModelInstaller(branch.getRef(), ranking.getRef(), kit.scheduler(), HOUR);
    return kit.spawn(TrainerActor.create(settings, factory, installer, Optional.empty()));
  }

  private void tick(ActorRef<TrainerActor.Command> trainer, int hour) {
    trainer.tell(
        new TrainerActor.Tick(START.plus(HOUR.multipliedBy(hour)), List.of(), answers.getRef()));
  }

  @Test
  void virtualTimeWaitsForATrainingThatIsOverdue() {
    var trainer = trainer(true);
    tick(trainer, 0);
    tick(trainer, 1); // starts, due at 2
    answers.receiveMessage();
    answers.receiveMessage();

    tick(trainer, 2);
    answers.expectNoMessage();
    factory.end.countDown();

    assertThat(answers.receiveMessage().installed()).isEmpty();
  }

  @Test
  void theWallClockWaitsForNothing() {
    var trainer = trainer(false);

    for (int hour = 0; hour < 5; hour++) {
      tick(trainer, hour);
      answers.receiveMessage();
    }

    assertThat(factory.trainings).isEqualTo(1);
  }

  @Test
  void anIncidentIsAnsweredByForgettingAndTraining() {
    var trainer = trainer(false);
    tick(trainer, 0);
    answers.receiveMessage();
    var stale = new Stale("country=BR", START);

    trainer.tell(new TrainerActor.React(1, START, stale));
    trainer.tell(new TrainerActor.Tick(START.plusSeconds(60), List.of(), answers.getRef()));
    answers.receiveMessage();

    assertThat(factory.forgotten).containsExactly(stale);
    assertThat(factory.trainings).isEqualTo(1);
  }
}
