package dev.roost.model.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class KeyedHashTest {

  private static final int KEYS = 1 << 14;

  /// As many keys as places leave about `1 / e` of the places free, wherever their bits differ.
  @Test
  void keysThatDifferInAnyBitsSpreadOverAllPlaces() {
    for (int shift = 0; shift <= 50; shift++) {
      var taken = new BitSet(KEYS);
      var takenByHighBits = new BitSet(KEYS);
      for (long i = 0; i < KEYS; i++) {
        long half = i << shift;
        long hash =
            KeyedHash.ofProcess()
                .of(half ^ (half >>> 32)); // which an unkeyed multiplication merges
        taken.set((int) hash & (KEYS - 1));
        takenByHighBits.set((int) (hash >>> 50));
      }
      assertThat(taken.cardinality()).as("shift %d", shift).isBetween(9_900, 10_800);
      assertThat(takenByHighBits.cardinality()).as("shift %d", shift).isBetween(9_900, 10_800);
    }
  }

  @Test
  void aKeyHasOneHash() {
    assertThat(KeyedHash.ofProcess().of(7))
        .isEqualTo(KeyedHash.ofProcess().of(7))
        .isNotEqualTo(KeyedHash.ofProcess().of(8));
  }
}
