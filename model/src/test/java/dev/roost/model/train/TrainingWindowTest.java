package dev.roost.model.train;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.ExampleGen;
import dev.roost.model.Gen;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingWindowTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private static TrainingWindow window(int positives, int negatives, List<Example> examples) {
    var window = new TrainingWindow(positives, negatives, WEEK, 5);
    examples.forEach(window::add);
    return window;
  }

  @Test
  void neverExceedsItsCaps() {
    forAll(
        gen -> {
          int positives = gen.whole(0, 50);
          int negatives = gen.whole(0, 50);
          var window = window(positives, negatives, ExampleGen.learnable(gen, 200));

          assertThat(window.positives()).isLessThanOrEqualTo(positives);
          assertThat(window.size() - window.positives()).isLessThanOrEqualTo(negatives);
        });
  }

  @Test
  void orderOfArrivalDoesNotMatter() {
    forAll(
        gen -> {
          var examples = ExampleGen.learnable(gen, 100);
          var forwards = window(20, 30, examples).examples(Instant.MIN);
          var backwards = window(20, 30, examples.reversed()).examples(Instant.MIN);

          assertThat(DataHash.of(backwards)).isEqualTo(DataHash.of(forwards));
        });
  }

  @Test
  void weightsStandForWhatWasLeftOut() {
    var examples = ExampleGen.learnable(Gen.ofSeed(4), 20_000);
    double positives = examples.stream().filter(Example::isPositive).count();

    var kept = window(4_000, 1_000, examples).examples(Instant.MIN);

    double weight = kept.stream().mapToDouble(Example::weight).sum();
    double positive = kept.stream().filter(Example::isPositive).mapToDouble(Example::weight).sum();
    assertThat(weight).isCloseTo(20_000, within(1_000.0));
    assertThat(positive).isCloseTo(positives, within(600.0));
  }

  @Test
  void forgetsWhatIsOlderThanTheSpan() {
    var examples = ExampleGen.learnable(Gen.ofSeed(4), 100); // one a second
    var window = window(100, 100, examples);

    window.retire(ExampleGen.START.plus(WEEK).plusSeconds(40));

    assertThat(window.size()).isEqualTo(60);
    assertThat(window.examples(ExampleGen.START.plusSeconds(90))).hasSize(10);
  }

  @Test
  void fillsAgainAfterTrafficFell() {
    var window = window(100, 100, ExampleGen.learnable(Gen.ofSeed(4), 20_000));
    var later = ExampleGen.START.plus(WEEK.multipliedBy(2));
    for (int round = 0; round < 20; round++) {
      window.retire(later);
    }

    for (var example : ExampleGen.learnable(Gen.ofSeed(5), 150)) {
      var served = example.served();
      long item = served.item().value();
      window.add(
          ExampleGen.of(
              ExampleGen.served(item, served.profile(), item, 1, "", later),
              new float[0],
              example.isPositive()));
    }

    assertThat(window.size()).isEqualTo(150);
    assertThat(window.examples(Instant.MIN)).allMatch(example -> example.weight() == 1);
  }
}
