package dev.roost.model.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.TableGen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LocalHeatTest {

  private static final int BRAZIL = 1;
  private static final int JAPAN = 2;

  @Test
  void eachGroupHasItsOwnTrendsWhichFade() {
    var table = TableGen.table();
    for (int i = 0; i < 4; i++) {
      table.append(TableGen.post(10 + i, 1, "", TableGen.START));
    }
    var heat = new LocalHeat(table, 2);
    heat.note(BRAZIL, 11);
    heat.note(BRAZIL, 12);
    heat.note(BRAZIL, 12);
    heat.note(BRAZIL, 13);
    heat.note(JAPAN, 10);
    heat.note(0, 13); // of whom nothing is known
    heat.advance(TableGen.START);
    var tomorrow = TableGen.START.plus(Duration.ofDays(1));
    heat.note(BRAZIL, 11);
    heat.advance(tomorrow);

    assertThat(heat.trending(BRAZIL)).containsExactly(1, 2); // 1.5 and 1
    assertThat(heat.trending(JAPAN)).containsExactly(0);
    assertThat(heat.trending(0)).isEmpty();
    assertThat(heat.in(BRAZIL).of(3)).isCloseTo(0.5f, within(1e-6f));
    assertThat(heat.in(JAPAN).of(0)).isEqualTo(1);
    assertThat(heat.in(JAPAN).left(tomorrow)).isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void whatCooledDownIsForgotten() {
    var table = TableGen.table();
    table.append(TableGen.post(10, 1, "", TableGen.START));
    table.append(TableGen.post(11, 1, "", TableGen.START));
    var heat = new LocalHeat(table, 2);
    heat.note(BRAZIL, 10);
    heat.advance(TableGen.START);
    heat.note(BRAZIL, 11);
    heat.advance(TableGen.START.plus(Duration.ofDays(5)));

    assertThat(heat.trending(BRAZIL)).containsExactly(1);
    assertThat(heat.in(BRAZIL).of(0)).isZero();
  }
}
