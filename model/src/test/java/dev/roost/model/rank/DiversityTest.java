package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.roost.model.Gen;
import dev.roost.model.TableGen;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

final class DiversityTest {

  private static final Duration HALF_LIFE = Duration.ofHours(6);

  @Test
  void withoutFadesTheOrderIsThatOfScores() {
    forAll(
        gen -> {
          var table = Slates.table(gen);
          var slate = Slates.of(gen, table);
          var settings = new DiversitySettings(100, 1, 1, 1, 1, HALF_LIFE);
          var shown = Slates.shown(table, settings, Slates.history(gen, table));

          int[] chosen =
              new Diversity(settings).choose(slate, Slates.order(slate), slate.size, shown);

          assertThat(chosen).isEqualTo(Slates.order(slate));
        });
  }

  @Test
  void noWriterPassesTheCapThoughAPageGetsShorter() {
    forAll(
        gen -> {
          var table = Slates.table(gen);
          var slate = Slates.of(gen, table);
          var settings = Slates.settings(gen);
          var shown = Slates.shown(table, settings, Slates.history(gen, table));

          int[] chosen =
              new Diversity(settings).choose(slate, Slates.order(slate), slate.size, shown);

          var available = new HashMap<Long, Integer>();
          var writers = new HashMap<Long, Integer>();
          Arrays.stream(chosen).forEach(i -> writers.merge(slate.writers[i], 1, Integer::sum));
          for (int i = 0; i < slate.size; i++) {
            available.merge(slate.writers[i], 1, Integer::sum);
          }
          available.replaceAll((_, items) -> Math.min(items, settings.writerCap()));
          assertThat(writers).isEqualTo(available);
        });
  }

  @Test
  void eachPlaceGoesToTheBestOfThoseLeft() {
    forAll(
        gen -> {
          var table = Slates.table(gen);
          var slate = Slates.of(gen, table);
          var settings = Slates.settings(gen);
          var history = Slates.history(gen, table);
          var shown = Slates.shown(table, settings, history);
          int limit = gen.whole(1, 30);

          int[] chosen = new Diversity(settings).choose(slate, Slates.order(slate), limit, shown);

          for (int place = 0; place < chosen.length; place++) {
            int[] page = Arrays.copyOf(chosen, place);
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < slate.size; i++) {
              if (isFree(slate, settings, page, i)) {
                best = Math.max(best, faded(slate, table, settings, history, page, i));
              }
            }
            assertThat(isFree(slate, settings, page, chosen[place])).isTrue();
            assertThat(faded(slate, table, settings, history, page, chosen[place]))
                .isCloseTo(best, withinPercentage(1e-9));
          }
        });
  }

  private static boolean isFree(Slate slate, DiversitySettings by, int[] page, int item) {
    long same = Arrays.stream(page).filter(i -> slate.writers[i] == slate.writers[item]).count();
    return same < by.writerCap() && Arrays.stream(page).noneMatch(i -> i == item);
  }

  /// Computes a faded score from scratch.
  private static double faded(
      Slate slate,
      ItemTable table,
      DiversitySettings by,
      ReaderHistory history,
      int[] page,
      int item) {
    double fade = fade(slate, table, by, history, page, item);
    return slate.scores[item] > 0 ? slate.scores[item] * fade : slate.scores[item] / fade;
  }

  private static double fade(
      Slate slate,
      ItemTable table,
      DiversitySettings by,
      ReaderHistory history,
      int[] page,
      int item) {
    double fade = 1;
    for (int other : page) {
      fade *= slate.writers[other] == slate.writers[item] ? by.writerFade() : 1;
      fade *= sameTopic(slate.topics[other], slate.topics[item]) ? by.topicFade() : 1;
    }
    for (int i = 0; i < history.seenCount(); i++) {
      int row = (int) table.rowOf(history.seenItem(i));
      double age = Slates.NOW.toEpochMilli() - (double) history.seenAtMillis(i);
      double weight = Math.pow(0.5, age / by.shownHalfLife().toMillis());
      boolean isSameWriter = table.writer(row) == slate.writers[item];
      fade *= isSameWriter ? Math.pow(by.shownWriterFade(), weight) : 1;
      boolean isSameTopic = sameTopic(table.topic(row), slate.topics[item]);
      fade *= isSameTopic ? Math.pow(by.shownTopicFade(), weight) : 1;
    }
    return fade;
  }

  private static boolean sameTopic(int one, int other) {
    return one != 0 && one == other;
  }

  @Test
  void showingMoreOfATopicNeverRaisesAnItemOfIt() {
    forAll(
        gen -> {
          var table = Slates.table(gen);
          var slate = Slates.of(gen, table);
          for (int i = 0; i < slate.size; i++) {
            slate.writers[i] = 1000L + i; // fades of writers would let others change places too
          }
          var settings = Slates.settings(gen);
          var history = Slates.history(gen, table);
          int more = gen.whole(0, table.published());
          var longer =
              TableGen.show(history, table.id(more), Slates.NOW.minus(gen.upTo(HALF_LIFE)));
          var diversity = new Diversity(settings);
          int[] order = Slates.order(slate);

          int[] before = diversity.choose(slate, order, 40, Slates.shown(table, settings, history));
          int[] after = diversity.choose(slate, order, 40, Slates.shown(table, settings, longer));

          for (int place = 0; place < before.length; place++) {
            int item = before[place];
            if (sameTopic(slate.topics[item], table.topic(more))) {
              assertThat(placeOf(item, after)).isGreaterThanOrEqualTo(place);
            }
          }
        });
  }

  private static int placeOf(int item, int[] page) {
    return Arrays.stream(page).boxed().toList().indexOf(item);
  }

  @Test
  void aSecondRequestDoesNotBeginWithTheSameWriterAndTopic() {
    var table = TableGen.table();
    for (int i = 0; i < 4; i++) {
      table.append(TableGen.post(100 + i, i / 2, "topic" + i / 2, TableGen.START));
    }
    var slate = Slates.of(Gen.ofSeed(1), table);
    Arrays.setAll(slate.scores, i -> 1 - 0.01 * i);
    var settings = new DiversitySettings(3, 1, 1, 0.99, 0.95, HALF_LIFE);
    var diversity = new Diversity(settings);
    DoubleFunction<int[]> hoursAfterTheFirst =
        hours -> {
          var at = Slates.NOW.minusSeconds((long) (3600 * hours));
          var shown = TableGen.show(ReaderHistory.empty(), 100, at);
          return diversity.choose(slate, Slates.upTo(4), 4, Slates.shown(table, settings, shown));
        };

    assertThat(hoursAfterTheFirst.apply(1)).containsExactly(2, 3, 0, 1);
    assertThat(hoursAfterTheFirst.apply(48)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void refusesWhatIsNoFade() {
    for (double wrong : new double[] {0, 1.01, -1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DiversitySettings(3, 1, 1, wrong, 1, HALF_LIFE))
          .withMessageContaining("shown-topic-fade must be above 0, at most 1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DiversitySettings(3, 1, 1, 1, wrong, HALF_LIFE))
          .withMessageContaining("shown-writer-fade");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DiversitySettings(3, 1, 1, 1, 1, Duration.ZERO))
        .withMessageContaining("shown-half-life must be positive");
  }
}
