package dev.roost.model.registry;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import dev.roost.model.rank.Provenance;
import dev.roost.model.registry.ModelVersion.Step;
import dev.roost.model.train.Training;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ModelBookTest {

  private static final Instant AT = Instant.EPOCH;

  private static Offer offer(int number) {
    return new Offer(
        "m" + number,
        "hash",
        "scheduled",
        false,
        new Provenance(AT, AT, 9, 3, "data", "options", 7, "here"),
        new Training.Evaluation(9, 0.5, 0.7, 1, 1));
  }

  private static Step step(Stage stage) {
    return new Step(stage, AT, "", Evidence.none());
  }

  /// Returns the book after something that may happen to it.
  private static ModelBook next(ModelBook book, Gen gen) {
    return switch (gen.whole(0, 6)) {
      case 0 -> book.offered(offer(book.offered()), AT);
      case 1 -> book.offered(offer(book.offered()), AT).offered(offer(book.offered() + 1), AT);
      default -> {
        if (book.versions().isEmpty()) {
          yield book;
        }
        var any = book.versions().get(gen.whole(0, book.versions().size())).version();
        yield switch (gen.whole(0, 4)) {
          case 0 -> book.refused(any, step(Stage.REFUSED));
          case 1 ->
              any.equals(book.champion())
                  ? book
                  : book.tried(any, gen.between(0, 0.5), step(Stage.CANARY));
          case 2 -> book.promoted(any, step(Stage.CHAMPION));
          default -> book.rolledBack(any, book.predecessor(), step(Stage.ROLLED_BACK));
        };
      }
    };
  }

  @Test
  void namesOnlyVersionsThatItHoldsInTheirStages() {
    forAll(
        gen -> {
          var book = ModelBook.empty();
          for (int i = 0; i < 150; i++) {
            book = next(book, gen);

            var named = List.of(book.champion(), book.predecessor(), book.challenger());
            assertThat(named.stream().filter(version -> !version.isEmpty()))
                .allMatch(book.versions().stream().map(ModelVersion::version).toList()::contains);
            assertThat(stages(book, book.champion())).containsOnly(Stage.CHAMPION);
            assertThat(book.champion().isEmpty() || !book.champion().equals(book.predecessor()))
                .isTrue();
            assertThat(book.canaryShare() == 0 || !book.challenger().isEmpty())
                .as("nobody is a reader of no challenger")
                .isTrue();
            assertThat(book.versions()).hasSizeLessThanOrEqualTo(103);
          }
        });
  }

  private static Stream<Stage> stages(ModelBook book, String version) {
    return version.isEmpty()
        ? Stream.of(Stage.CHAMPION)
        : book.find(version).stream().map(ModelVersion::stage);
  }

  @Test
  void keepsWhatIsInUseHoweverOld() {
    var book =
        ModelBook.empty()
            .offered(offer(0), AT)
            .promoted("m0", step(Stage.CHAMPION))
            .offered(offer(1), AT)
            .promoted("m1", step(Stage.CHAMPION));
    for (int i = 2; i < 300; i++) {
      book = book.offered(offer(i), AT);
    }

    assertThat(book.find("m0").map(ModelVersion::stage)).contains(Stage.RETIRED);
    assertThat(book.find("m1").map(ModelVersion::stage)).contains(Stage.CHAMPION);
    assertThat(book.find("m2")).isEmpty();
    assertThat(book.offered()).isEqualTo(300);
  }

  @Test
  void rollsBackToThePredecessorAndFromItToNothing() {
    var book =
        ModelBook.empty()
            .offered(offer(0), AT)
            .promoted("m0", step(Stage.CHAMPION))
            .offered(offer(1), AT)
            .promoted("m1", step(Stage.CHAMPION));

    var back = book.rolledBack("m1", "m0", step(Stage.ROLLED_BACK));
    var none = back.rolledBack("m0", back.predecessor(), step(Stage.ROLLED_BACK));

    assertThat(back.champion()).isEqualTo("m0");
    assertThat(back.predecessor()).isEmpty();
    assertThat(back.find("m1").map(ModelVersion::stage)).contains(Stage.ROLLED_BACK);
    assertThat(none.champion()).isEmpty();
  }
}
