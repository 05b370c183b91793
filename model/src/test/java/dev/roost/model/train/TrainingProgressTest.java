package dev.roost.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.ExampleGen;
import dev.roost.model.Gen;
import dev.roost.model.embed.TokenEmbedding;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.ModelFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrainingProgressTest {

  private static final List<Example> EXAMPLES = ExampleGen.learnable(Gen.ofSeed(1), 400);

  private static Training train(Learner learner, TrainingProgress progress) {
    var settings =
        new TrainSettings(learner, 100, 5_000, 8, 4, 12, 10, 0.1, 0.7, 5_000, 1, 5, 0.2, 7);
    return Trainer.train("m1", EXAMPLES, TokenEmbedding.empty("e1", 4), settings, progress);
  }

  private static byte[] bytes(Training training) {
    return ModelFile.write(((Training.Trained) training).model());
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void allStepsAreToldAndChangeNothing(Learner learner) {
    var done = Collections.synchronizedList(new ArrayList<Integer>());
    var all = Collections.synchronizedSet(new HashSet<Integer>());

    var watched =
        train(
            learner,
            (steps, of) -> {
              done.add(steps);
              all.add(of);
              return true;
            });

    assertThat(done).isSorted().endsWith(all.iterator().next());
    assertThat(all).hasSize(1);
    assertThat(done.stream().distinct().count()).isGreaterThan(4);
    assertThat(bytes(watched)).isEqualTo(bytes(train(learner, TrainingProgress.unwatched())));
  }

  @ParameterizedTest
  @EnumSource(Learner.class)
  void aTrainingEndsWhenToldTo(Learner learner) {
    var told = Collections.synchronizedList(new ArrayList<Integer>());

    var ended =
        train(
            learner,
            (steps, _) -> {
              told.add(steps);
              return steps < 3;
            });

    assertThat(ended).isInstanceOf(Training.Cancelled.class);
    assertThat(told.stream().mapToInt(steps -> steps).max().orElse(0)).isLessThan(9);
  }
}
