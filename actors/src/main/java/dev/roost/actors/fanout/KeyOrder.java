package dev.roost.actors.fanout;

import java.util.Arrays;

/// Finds order among different keys below zero, for one thread. Comparing them one by one would
/// guess every other branch wrong, so keys are counted, and where many lie densely each sets a bit.
final class KeyOrder {

  private static final int FEW = 96; // keys up to which counting is fastest
  private static final int WORDS_A_KEY = 4; // up to which looking through bits is faster

  private final int[] few = new int[FEW];
  private long[] bits = new long[64]; // all clear

  /// Puts keys in order, the least first.
  ///
  /// @param least no key is less; from -2^30
  void sort(int[] keys, int size, int least) {
    int words = (-least + Long.SIZE - 1) / Long.SIZE;
    if (size <= FEW) {
      sortFew(keys, size);
    } else if (words <= WORDS_A_KEY * size) {
      sortByBits(keys, size, -least, words);
    } else {
      Arrays.sort(keys, 0, size);
    }
  }

  /// Puts each key where as many stand before it as are less.
  private void sortFew(int[] keys, int size) {
    System.arraycopy(keys, 0, few, 0, size);
    for (int i = 0; i < size; i++) {
      keys[countBelow(few, size, few[i])] = few[i];
    }
  }

  private static int countBelow(int[] keys, int size, int bound) {
    int below = 0;
    for (int i = 0; i < size; i++) {
      below += (keys[i] - bound) >>> 31; // no difference is as large as to overflow
    }
    return below;
  }

  private void sortByBits(int[] keys, int size, int span, int words) {
    if (bits.length < words) {
      bits = new long[words];
    }
    for (int i = 0; i < size; i++) {
      int bit = keys[i] + span;
      bits[bit / Long.SIZE] |= 1L << bit;
    }
    int next = 0;
    for (int at = 0; at < words; at++) {
      for (long word = bits[at]; word != 0; word &= word - 1) {
        keys[next++] = at * Long.SIZE + Long.numberOfTrailingZeros(word) - span;
      }
      bits[at] = 0;
    }
  }

  /// Returns a key-like bound such that at least `wanted` keys are not below it, and not many more:
  /// an eighth at most, if keys allow that.
  ///
  /// @param wanted at most `size`
  /// @param least no key is less
  static int bound(int[] keys, int size, int wanted, int least) {
    int low = least;
    int high = 0;
    while (high - low > 1) {
      int middle = low + (high - low) / 2;
      int above = size - countBelow(keys, size, middle);
      if (above < wanted) {
        high = middle;
      } else {
        low = middle;
        if (above <= wanted + wanted / 8) {
          return low;
        }
      }
    }
    return low;
  }

  /// Drops the keys below a bound; returns how many are left, in the order they had.
  static int dropBelow(int[] keys, int size, int bound) {
    int left = 0;
    for (int i = 0; i < size; i++) {
      int key = keys[i];
      keys[left] = key;
      left += 1 - ((key - bound) >>> 31);
    }
    return left;
  }
}
