package dev.roost.actors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import com.typesafe.config.ConfigFactory;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Formula;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.LightRanker;
import dev.roost.model.rank.PlattScaling;
import dev.roost.model.rank.Provenance;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.score.TreeEnsemble;
import dev.roost.model.train.Learner;
import dev.roost.model.train.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
  private final TestProbe<Object> all = kit.createTestProbe(); // asks and installations, in order
  private final SlowFactory factory = new SlowFactory();

  /// Trainings that end when the test lets them, without a model unless the test gives one.
  private static final class SlowFactory implements ModelFactory {

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Stale> forgotten = new ArrayList<>();
    private Training result = new Training.TooFewRows(1, 2);
    private int trainings;

    @Override
    public Object image() {
      return trainings;
    }

    @Override
    public void restore(Object image) {
      throw new UnsupportedOperationException();
    }

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
    public void resume(List<String> made) {}

    @Override
    public Supplier<Training> job(Instant until) {
      trainings++;
      var outcome = result;
      return () -> {
        try {
          end.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return outcome;
      };
    }
  }

  @AfterEach
  void stop() {
    factory.end.countDown();
    kit.shutdownTestKit();
  }

  private ActorRef<TrainerActor.Command> trainer(boolean waits) {
    var settings =
        new LearnSettings(
            HOUR, HOUR, Duration.ZERO, waits, HOUR, 10, 10, 20, 20, Learner.LOGISTIC, 10, 8, 1);
    return kit.spawn(TrainerActor.create(settings, factory, _ -> false));
  }

  private void tick(ActorRef<TrainerActor.Command> trainer, int hour) {
    var at = START.plus(HOUR.multipliedBy(hour));
    trainer.tell(new TrainerActor.Tick(at, List.of(), all.getRef().narrow()));
  }

  private Optional<TrainerActor.NewModel> answer() {
    return all.expectMessageClass(TrainerActor.Ticked.class).model();
  }

  private static Training.Trained trained() {
    var schema = FeatureSchema.standard();
    var model =
        new RankingModel(
            "m1",
            schema.hash(),
            new Formula.OfTrees(TreeEnsemble.of(schema.size(), new double[Head.COUNT], List.of())),
            Collections.nCopies(Head.COUNT - 1, PlattScaling.none()),
            LightRanker.none(),
            TokenEmbedding.empty("e1", 4),
            new Provenance(START, START, 9, 3, "hash", "options", 7, "here"));
    return new Training.Trained(model, new Training.Evaluation(9, 0.5, 0.7, 1, 1));
  }

  @Test
  void virtualTimeWaitsForAModelThatIsOverdue() {
    var trained = trained();
    factory.result = trained;
    var trainer = trainer(true);
    tick(trainer, 0);
    tick(trainer, 1); // starts, due at 2
    assertThat(answer()).isEmpty();
    assertThat(answer()).isEmpty();

    tick(trainer, 2);
    factory.end.countDown();

    assertThat(answer())
        .contains(
            new TrainerActor.NewModel(
                START.plus(HOUR.multipliedBy(2)), "scheduled", false, trained));
  }

  @Test
  void aTrainingWithoutAModelHoldsNoTickBack() {
    var trainer = trainer(true);
    tick(trainer, 0);
    tick(trainer, 1);
    tick(trainer, 2);
    factory.end.countDown();

    assertThat(List.of(answer(), answer(), answer())).containsOnly(Optional.empty());
  }

  @Test
  void theWallClockWaitsForNothing() {
    var trainer = trainer(false);

    for (int hour = 0; hour < 5; hour++) {
      tick(trainer, hour);
      assertThat(answer()).isEmpty();
    }

    assertThat(factory.trainings).isEqualTo(1);
  }

  @Test
  void anIncidentIsAnsweredByForgettingAndTraining() {
    var trainer = trainer(false);
    tick(trainer, 0);
    assertThat(answer()).isEmpty();
    var stale = new Stale("country=BR", START);

    trainer.tell(new TrainerActor.React(1, START, stale));
    trainer.tell(new TrainerActor.Tick(START.plusSeconds(60), List.of(), all.getRef().narrow()));
    assertThat(answer()).isEmpty();

    assertThat(factory.forgotten).containsExactly(stale);
    assertThat(factory.trainings).isEqualTo(1);
  }
}
