package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.Gen;
import dev.roost.model.chance.Chance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SlotsTest {

  @Test
  void slotsAreAMapWhateverComesAndGoes() {
    forAll(
        gen -> {
          var slots = new Slots();
          var model = new HashMap<Long, Integer>();
          int keys = gen.whole(1, 500);
          for (int step = 0; step < 1_000; step++) {
            change(gen, slots, model, keys, gen.either());
          }
          check(slots, model);
        });
  }

  /// Many keys split segments and deepen the directory; then most of them go, and others come.
  @Test
  void manyKeysAreAMapTooWhateverComesAndGoes() {
    forAll(
        3,
        gen -> {
          var slots = new Slots(63);
          var model = new HashMap<Long, Integer>();
          for (int step = 0; step < 60_000; step++) {
            change(gen, slots, model, 30_000, gen.whole(0, 10) > 0);
          }
          assertThat(slots.size()).isGreaterThan(20_000);
          check(slots, model);
          for (int step = 0; step < 60_000; step++) {
            change(gen, slots, model, 30_000, gen.whole(0, 10) == 0);
          }
          assertThat(slots.size()).isLessThan(20_000);
          check(slots, model);
          assertThat(model.values()).noneMatch(slot -> (slot & 63) == 63);
        });
  }

  private static void change(
      Gen gen, Slots slots, Map<Long, Integer> model, int keys, boolean adds) {
    long key = (long) gen.whole(0, keys) << (gen.whole(0, 2) * 32);
    if (adds) {
      int known = slots.find(key);
      int slot = known == Slots.NONE ? slots.add(key) : known;
      assertThat(model.getOrDefault(key, slot)).isEqualTo(slot);
      model.put(key, slot);
    } else if (model.containsKey(key)) {
      slots.remove(model.remove(key));
    }
  }

  private static void check(Slots slots, Map<Long, Integer> model) {
    assertThat(slots.size()).isEqualTo(model.size());
    assertThat(new HashSet<>(model.values())).hasSameSizeAs(model.values());
    model.forEach(
        (key, slot) -> {
          assertThat(slots.find(key)).isEqualTo(slot);
          assertThat(slots.key(slot)).isEqualTo(key);
        });
    assertThat(slots.find(-1)).isEqualTo(Slots.NONE);
  }

  @Test
  void aGuessIsNearlyAlwaysTheSlotAndNeverMissesOne() {
    var slots = new Slots();
    for (long key = 0; key < 20_000; key++) {
      slots.add(key);
    }

    int right = 0;
    for (long key = 0; key < 20_000; key++) {
      int guess = slots.guess(key);
      assertThat(guess).isNotEqualTo(Slots.NONE);
      right += guess == slots.find(key) ? 1 : 0;
    }

    assertThat(right).isGreaterThan(19_000);
  }

  /// Whoever knows the code, but not the secret, can name keys of one hash; they are spread as any
  /// others.
  @Test
  void keysThatWereChosenForTheirHashAreSpread() {
    var slots = new Slots();
    for (long low = 0; low < 10_000; low++) {
      slots.add(keyOf(0x1234_5678_9a00_0000L + low));
    }

    assertThat(slots.size()).isEqualTo(10_000);
    assertThat(slots.bytes()).isLessThan(1_000_000);
  }

  /// Returns the key of which the hash would be this one without the secret.
  private static long keyOf(long hash) {
    long product = unshift(hash, 31) * inverse(0x94d049bb133111ebL);
    return unshift(unshift(product, 27) * inverse(0xbf58476d1ce4e5b9L), 30);
  }

  /// Returns the value of which `value ^ (value >>> by)` is this one; `by` is above 21.
  private static long unshift(long shifted, int by) {
    return shifted ^ (shifted >>> by) ^ (shifted >>> (2 * by));
  }

  private static long inverse(long odd) {
    long inverse = odd;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - odd * inverse; // Newton: twice as many bits each time
    }
    return inverse;
  }

  @Test
  void suchKeysHaveTheHashesForWhichTheyWereChosen() {
    assertThat(Chance.mix(keyOf(0x1234_5678_9abc_def0L))).isEqualTo(0x1234_5678_9abc_def0L);
  }
}
