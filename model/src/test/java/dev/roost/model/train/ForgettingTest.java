package dev.roost.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ForgettingTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static Example example(long request, String country, boolean positive) {
    var served =
        new Example.Served(
            new RequestId(request),
            new UserId(request),
            new Profile(AgeBand.UNKNOWN, country, "zz"),
            new ItemId(request),
            new UserId(9),
            "",
            Source.TRENDING,
            0,
            0.5,
            "m1",
            START.plusSeconds(request));
    int kinds = positive ? 1 << EngagementKind.CLICK.ordinal() : 0;
    return Example.of(served, new float[] {1}, kinds, 0, 1);
  }

  private static TrainingWindow window() {
    var window = new TrainingWindow(1_000, 1_000, Duration.ofDays(1), 1);
    for (long request = 0; request < 100; request++) {
      window.add(example(request, request % 5 == 0 ? "BR" : "US", request % 3 == 0));
    }
    return window;
  }

  @Test
  void forgetsWhatIsUntrueAndNothingElse() {
    var window = window();

    boolean forgot =
        window.forget(example -> example.served().profile().country().equals("BR"), 50);

    assertThat(forgot).isTrue();
    assertThat(window.examples(Instant.EPOCH))
        .hasSize(80)
        .noneMatch(example -> example.served().profile().country().equals("BR"));
  }

  @Test
  void keepsEverythingWhenTooLittleWouldBeLeft() {
    var window = window();

    assertThat(window.forget(_ -> true, 1)).isFalse();
    assertThat(window.size()).isEqualTo(100);
  }
}
