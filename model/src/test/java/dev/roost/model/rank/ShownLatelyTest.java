package dev.roost.model.rank;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.TableGen;
import dev.roost.model.reader.ReaderHistory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ShownLatelyTest {

  @Test
  void anOriginalAndItsRepostsAreSeenTogether() {
    var table = TableGen.table();
    var original = TableGen.post(100, 1, "topic", TableGen.START);
    table.append(original);
    table.append(TableGen.repost(101, 2, original, TableGen.START));
    table.append(TableGen.repost(102, 3, original, TableGen.START));
    table.append(TableGen.post(103, 1, "topic", TableGen.START));
    var history = TableGen.show(ReaderHistory.empty(), 101, Slates.NOW);

    var shown = Slates.shown(table, DiversitySettings.usual(), history);
    assertThat(shown.times(100)).isEqualTo(1);
    assertThat(shown.times(103)).isZero();

    shown.of(TableGen.show(history, 102, Slates.NOW), Slates.NOW);
    assertThat(shown.times(100)).isEqualTo(2);
  }

  @Test
  void aRepostWhoseOriginalIsGoneCountsStill() {
    var table = TableGen.table();
    var original = TableGen.post(100, 1, "topic", TableGen.START);
    table.append(TableGen.repost(101, 2, original, TableGen.START));
    var history = TableGen.show(ReaderHistory.empty(), 100, Slates.NOW);

    assertThat(Slates.shown(table, DiversitySettings.usual(), history).times(100)).isEqualTo(1);
  }

  @Test
  void countsWithinTheWindowAndFadesWithTheHalfLife() {
    forAll(
        gen -> {
          var table = Slates.table(gen);
          var diversity = Slates.settings(gen);
          var seen = new SeenSettings(1, Duration.ofHours(gen.whole(1, 48)));
          var history = Slates.history(gen, table);
          var shown = new ShownLately(table, seen, diversity);
          shown.of(Slates.history(gen, table), Slates.NOW); // leaves nothing behind
          shown.of(history, Slates.NOW);

          for (int row = 0; row < table.published(); row++) {
            int times = 0;
            double ofTopic = 0;
            double ofWriter = 0;
            for (int i = 0; i < history.seenCount(); i++) {
              int other = (int) table.rowOf(history.seenItem(i));
              long age = Slates.NOW.toEpochMilli() - history.seenAtMillis(i);
              double left = Math.pow(2, -(double) age / diversity.shownHalfLife().toMillis());
              times += other == row && age <= seen.within().toMillis() ? 1 : 0;
              ofTopic += table.topic(other) == table.topic(row) && table.topic(row) != 0 ? left : 0;
              ofWriter += table.writer(other) == table.writer(row) ? left : 0;
            }
            assertThat(shown.times(table.id(row))).isEqualTo(times);
            assertThat(shown.ofTopic(table.topic(row))).isCloseTo(ofTopic, within(1e-9));
            assertThat(shown.ofWriter(table.writer(row))).isCloseTo(ofWriter, within(1e-9));
          }
        });
  }

  @Test
  void refusesSettingsByWhichNothingOrEverythingIsSeen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeenSettings(0, Duration.ofDays(1)))
        .withMessageContaining("seen.times must be at least 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeenSettings(1, Duration.ZERO))
        .withMessageContaining("seen.within must be positive");
  }
}
