package dev.roost.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExaminedTest {

  private static final int FEEDS = 4_000;
  private static final int PLACES = 6;

  private static Example example(int feed, int place, boolean clicked) {
    int impression = 1 << EngagementKind.IMPRESSION.ordinal();
    int click = clicked ? 1 << EngagementKind.CLICK.ordinal() : 0;
    return Example.of(
        new Example.Served(
            new RequestId(feed + 1),
            new UserId(1),
            Profile.unknown(),
            new ItemId(place + 1),
            new UserId(2),
            "",
            Source.TRENDING,
            place,
            0.5,
            "",
            Instant.EPOCH),
        new float[0],
        impression | click,
        0,
        1);
  }

  private static double[] expected(List<Example> examples, double click) {
    var expected = new double[examples.size()];
    Arrays.fill(expected, click);
    return expected;
  }

  private static double rate(List<Example> examples, Examined by, int place) {
    var kept = examples.stream().filter(e -> e.served().position() == place).filter(by::keeps);
    return kept.mapToInt(e -> e.isPositive() ? 1 : 0).average().orElse(0);
  }

  @Test
  void thinnedByPositionTheLastPlaceIsClickedAsOftenAsTheFirst() {
    var examples = new ArrayList<Example>();
    for (int feed = 0; feed < FEEDS; feed++) {
      for (int place = 0; place < PLACES; place++) { // looked at with 1 / (1 + place), then 1 of 5
        examples.add(example(feed, place, feed % (5 * (1 + place)) == 0));
      }
    }

    var examined = Examined.byPosition(examples, expected(examples, 0.1));

    assertThat(rate(examples, examined, 0)).isEqualTo(0.2);
    assertThat(rate(examples, examined, PLACES - 1)).isBetween(0.17, 0.23);
  }

  @Test
  void thinnedByCascadeWhatFollowsTheLastClickCountsLess() {
    var examples = new ArrayList<Example>();
    for (int feed = 0; feed < FEEDS; feed++) { // one click at the second place ends it
      for (int place = 0; place < PLACES; place++) {
        examples.add(example(feed, place, place == 1));
      }
    }

    var examined = Examined.byCascade(examples, expected(examples, 0.2));

    assertThat(examples.stream().filter(e -> e.served().position() == 0).filter(examined::keeps))
        .hasSize(FEEDS);
    assertThat(examples.stream().filter(e -> e.served().position() == 5).filter(examined::keeps))
        .hasSizeLessThan(FEEDS / 10);
  }
}
