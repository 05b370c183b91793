package dev.roost.actors.fanout;

import static dev.roost.actors.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.actors.Gen;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Few keys and many, lying densely and far apart, against the order of the library.
final class KeyOrderTest {

  private static int[] keys(Gen gen, int least) {
    int size = Math.min(gen.whole(0, gen.either() ? 97 : 1_000), -least);
    return IntStream.generate(() -> gen.whole(least, 0)).distinct().limit(size).toArray();
  }

  private static int least(Gen gen) {
    return -(1 << gen.whole(10, 30));
  }

  @Test
  void sortsAsTheLibraryDoes() {
    var order = new KeyOrder(); // one for all, as it is used
    forAll(
        gen -> {
          int least = least(gen);
          int[] keys = keys(gen, least);
          int[] sorted = keys.clone();
          Arrays.sort(sorted);
          int[] room = Arrays.copyOf(keys, keys.length + gen.whole(0, 3));

          order.sort(room, keys.length, least);

          assertThat(Arrays.copyOf(room, keys.length)).isEqualTo(sorted);
        });
  }

  @Test
  void aBoundLeavesWhatIsWantedAndLittleMore() {
    forAll(
        gen -> {
          int least = least(gen);
          int[] keys = keys(gen, least);
          int wanted = gen.whole(0, keys.length + 1);

          int bound = KeyOrder.bound(keys, keys.length, wanted, least);
          int left = KeyOrder.dropBelow(keys, keys.length, bound);

          assertThat(left).isBetween(wanted, wanted + wanted / 8 + 1);
          assertThat(Arrays.stream(keys, 0, left)).allMatch(key -> key >= bound);
        });
  }

  @Test
  void whatIsLeftKeepsItsOrder() {
    int[] keys = {-3, -9, -1, -7, -2};

    assertThat(KeyOrder.dropBelow(keys, 5, -3)).isEqualTo(3);
    assertThat(keys).startsWith(-3, -1, -2);
  }
}
