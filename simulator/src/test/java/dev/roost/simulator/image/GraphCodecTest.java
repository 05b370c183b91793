package dev.roost.simulator.image;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class GraphCodecTest {

  private record Pair(Object left, Object right) {}

  private record Count(int value) {}

  /// A part that knows the whole.
  @SuppressWarnings("UnusedVariable") // fields are there to be written
  private static final class Knot {
    private final List<Knot> others = new ArrayList<>();
    private final double value;
    @Nullable IntUnaryOperator does;

    private Knot(double value) {
      this.value = value;
    }
  }

  private static byte[] bytes(GraphCodec codec, Object graph) {
    var bytes = new ByteArrayOutputStream();
    codec.write(graph, bytes);
    return bytes.toByteArray();
  }

  private static <T> T again(GraphCodec codec, Class<T> type, T graph) {
    return codec.read(type, new ByteArrayInputStream(bytes(codec, graph)));
  }

  @Test
  void dataComesBackEqual() {
    var days = new EnumMap<DayOfWeek, List<Integer>>(DayOfWeek.class);
    days.put(DayOfWeek.MONDAY, List.of(1, 2, 3));
    var bits = new BitSet();
    bits.set(70);
    var data =
        List.of(
            days,
            new EnumMap<>(DayOfWeek.class),
            bits,
            new TreeMap<>(Map.of("a", 1L)),
            Optional.of(Instant.MAX),
            Duration.ofNanos(-1),
            Double.NaN,
            List.of(),
            new Pair("left", Optional.empty()));

    assertThat((Object) again(new GraphCodec(), List.class, data)).isEqualTo(data);
  }

  @Test
  void anEmptyMapOfAnEnumStillTakesItsConstants() {
    var empty = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
    @SuppressWarnings("unchecked")
    EnumMap<DayOfWeek, String> read = again(new GraphCodec(), EnumMap.class, empty);
    read.put(DayOfWeek.SUNDAY, "rest");

    assertThat(read).containsOnlyKeys(DayOfWeek.SUNDAY);
  }

  @Test
  void whatIsSharedIsSharedAgainAndCyclesClose() {
    var knot = new Knot(0.1);
    knot.others.add(knot);
    var array = new AtomicReferenceArray<Object>(2);
    array.set(1, knot);
    var read = again(new GraphCodec(), Pair.class, new Pair(knot, array));

    var left = (Knot) read.left();
    assertThat(left.value).isEqualTo(0.1);
    assertThat(left.others.getFirst()).isSameAs(left);
    var right = (AtomicReferenceArray<?>) read.right();
    assertThat(right.get(0)).isNull();
    assertThat((Object) right.get(1)).isSameAs(left);
  }

  @Test
  void whatIsNoDataIsRefusedWithTheWayToIt() {
    var knot = new Knot(1);
    knot.others.add(new Knot(2));
    knot.others.getFirst().does = value -> value + 1;

    for (var graph : List.of(knot, new Pair("thread", Thread.currentThread()))) {
      assertThatExceptionOfType(ImageException.class)
          .isThrownBy(() -> bytes(new GraphCodec(), graph))
          .withMessageContaining("is not data");
    }
    assertThatExceptionOfType(ImageException.class)
        .isThrownBy(() -> bytes(new GraphCodec(), knot))
        .withMessageContaining("does")
        .withMessageContaining("others");
  }

  @Test
  void whatIsGivenIsNotWrittenAndRecordsMayChangeOnTheirWayIn() {
    var mine = new Knot(3);
    mine.does = value -> value;
    var yours = new Knot(4);
    byte[] written =
        bytes(new GraphCodec().giving(Knot.class, yours), new Pair(mine, new Count(5)));
    var read =
        new GraphCodec()
            .giving(Knot.class, yours)
            .changing(Count.class, number -> new Count(number.value() + 1))
            .read(Pair.class, new ByteArrayInputStream(written));

    assertThat(requireNonNull(read).left()).isSameAs(yours);
    assertThat(read.right()).isEqualTo(new Count(6));
  }

  @Test
  void whatIsCutOffIsRefused() {
    byte[] whole = bytes(new GraphCodec(), List.of("some", "words", new int[100]));

    for (int length : new int[] {0, 1, 20, whole.length - 1}) {
      assertThatExceptionOfType(ImageException.class)
          .isThrownBy(
              () -> new GraphCodec().read(List.class, new ByteArrayInputStream(whole, 0, length)));
    }
  }
}
