package dev.roost.model.feed;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.Gen;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StretchTest {

  /// Returns one of few places, so that equal times and equal places are frequent.
  private static Place place(Gen gen) {
    return new Place(gen.whole(0, 3), gen.whole(0, 4) - 2);
  }

  @Test
  void identifiersOfOneTimeAreInUnsignedOrder() {
    var ordered = List.of(new Place(-1, 7), new Place(5, 1), new Place(5, -1), new Place(6, 0));

    assertThat(ordered.reversed().stream().sorted()).isEqualTo(ordered);
    assertThat(ordered.get(1).isOlderThan(ordered.get(2))).isTrue();
    assertThat(ordered.get(2).isOlderThan(ordered.get(1))).isFalse();
    assertThat(ordered.get(1).isOlderThan(ordered.get(1))).isFalse();
  }

  @Test
  void aPlaceCutsATimelineInThree() {
    forAll(
        gen -> {
          var cut = place(gen);
          var row = place(gen);
          boolean older = new Stretch(cut, null).holds(row);
          boolean newer = new Stretch(null, cut).holds(row);

          assertThat(Stream.of(older, newer, row.equals(cut)).filter(each -> each)).hasSize(1);
          assertThat(older).isEqualTo(row.isOlderThan(cut));
        });
  }

  @Test
  void bothBoundsCount() {
    forAll(
        gen -> {
          var before = place(gen);
          var after = place(gen);
          var row = place(gen);

          assertThat(new Stretch(before, after).holds(row))
              .isEqualTo(after.isOlderThan(row) && row.isOlderThan(before));
          assertThat(Stretch.ALL.holds(row)).isTrue();
        });
  }
}
