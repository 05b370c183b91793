package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

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
          Map<Long, Integer> model = new HashMap<>();
          int keys = gen.whole(1, 500);
          for (int step = 0; step < 1_000; step++) {
            long key = (long) gen.whole(0, keys) << (gen.whole(0, 2) * 32);
            if (gen.either()) {
              int slot = slots.findOrAdd(key);
              assertThat(model.getOrDefault(key, slot)).isEqualTo(slot);
              model.put(key, slot);
            } else if (model.containsKey(key)) {
              slots.remove(model.remove(key));
            }
          }
          assertThat(slots.size()).isEqualTo(model.size());
          assertThat(new HashSet<>(model.values())).hasSameSizeAs(model.values());
          model.forEach(
              (key, slot) -> {
                assertThat(slots.find(key)).isEqualTo(slot);
                assertThat(slots.key(slot)).isEqualTo(key);
              });
          assertThat(slots.find(-1)).isEqualTo(Slots.NONE);
        });
  }
}
