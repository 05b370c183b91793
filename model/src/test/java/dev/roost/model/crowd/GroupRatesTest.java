package dev.roost.model.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.TableGen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GroupRatesTest {

  private static final int BRAZIL = 1;
  private static final int JAPAN = 2;
  private static final int SPORTS = -7; // a hash, so of any sign
  private static final int MUSIC = 8;

  private final GroupRates rates = new GroupRates();

  private void note(int group, int key, int shown, int engaged) {
    IntStream.range(0, shown).forEach(_ -> rates.note(group, key, false));
    IntStream.range(0, engaged).forEach(_ -> rates.note(group, key, true));
  }

  @Test
  void eachGroupHasItsOwnRatesDrawnToItsUsualOne() {
    note(BRAZIL, SPORTS, 100, 30);
    note(BRAZIL, MUSIC, 100, 0);
    note(JAPAN, MUSIC, 1000, 500);
    rates.advance(TableGen.START);

    double usual = (30 + 0.05 * 20) / (200 + 20);
    var brazil = rates.of(BRAZIL);
    assertThat(brazil.rate(SPORTS)).isCloseTo((float) ((30 + usual * 20) / 120), within(1e-6f));
    assertThat(brazil.rate(MUSIC)).isCloseTo((float) (usual * 20 / 120), within(1e-6f));
    assertThat(brazil.rate(99)).isCloseTo((float) usual, within(1e-6f));
    assertThat(rates.of(JAPAN).rate(MUSIC)).isGreaterThan(0.45f);
    assertThat(rates.of(3).rate(MUSIC)).isCloseTo(0.05f, within(1e-6f));
  }

  @Test
  void nobodySeesWhatIsNotedBeforeItIsAdvanced() {
    note(BRAZIL, SPORTS, 10, 0);
    rates.advance(TableGen.START);
    float before = rates.of(BRAZIL).rate(SPORTS);
    note(BRAZIL, SPORTS, 10, 10);

    assertThat(rates.of(BRAZIL).rate(SPORTS)).isEqualTo(before);

    rates.advance(TableGen.START);
    assertThat(rates.of(BRAZIL).rate(SPORTS)).isGreaterThan(before);
  }

  @Test
  void newTimesOutweighOldOnes() {
    note(BRAZIL, SPORTS, 100, 100);
    rates.advance(TableGen.START);
    float loved = rates.of(BRAZIL).rate(SPORTS);
    note(BRAZIL, SPORTS, 100, 0);
    rates.advance(TableGen.START.plus(Duration.ofDays(28)));

    assertThat(loved).isGreaterThan(0.9f);
    assertThat(rates.of(BRAZIL).rate(SPORTS)).isLessThan(0.15f);
  }

  @Test
  void whatIsNoLongerShownToItsGroupIsForgotten() {
    note(BRAZIL, SPORTS, 1, 1);
    rates.advance(TableGen.START);
    note(BRAZIL, MUSIC, 50, 0);
    rates.advance(TableGen.START.plus(Duration.ofDays(70)));

    var brazil = rates.of(BRAZIL);
    assertThat(brazil.rate(SPORTS)).isEqualTo(brazil.rate(99));
  }

  @Test
  void ofVeryManyKeysThoseThatAreShownMostAreKept() {
    note(BRAZIL, SPORTS, 50, 50);
    for (int key = 100; key < 100 + 5_000; key++) {
      note(BRAZIL, key, key == 3_000 || key == 5_099 ? 3 : 1, 0);
    }
    rates.advance(TableGen.START);

    var brazil = rates.of(BRAZIL);
    float unknown = brazil.rate(99);
    assertThat(brazil.rate(SPORTS)).isGreaterThan(unknown);
    assertThat(brazil.rate(3_000)).isLessThan(unknown);
    assertThat(brazil.rate(5_099)).isEqualTo(brazil.rate(3_000)); // after all that are shown once
    assertThat(IntStream.range(100, 5_100).filter(key -> brazil.rate(key) == unknown).count())
        .isEqualTo(5_000 + 1 - 4_096);
  }

  @Test
  void theOrderOfNotingDoesNotMatter() {
    var notes = new ArrayList<int[]>();
    var random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      notes.add(new int[] {random.nextInt(3), random.nextInt(-5, 5), random.nextInt(2)});
    }
    var forwards = after(notes);
    Collections.shuffle(notes, random);
    var shuffled = after(notes);

    for (int group = 0; group < 3; group++) {
      for (int key = -5; key < 5; key++) {
        assertThat(shuffled.of(group).rate(key)).isEqualTo(forwards.of(group).rate(key));
      }
    }
  }

  private static GroupRates after(Iterable<int[]> notes) {
    var rates = new GroupRates();
    for (var note : notes) {
      rates.note(note[0], note[1], note[2] == 1);
    }
    rates.advance(Instant.EPOCH);
    return rates;
  }
}
