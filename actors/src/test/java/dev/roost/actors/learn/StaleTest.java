package dev.roost.actors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StaleTest {

  private static final Instant ONSET = Instant.parse("2026-01-01T00:00:00Z");

  private static Example at(Instant when) {
    return Example.of(
        new Example.Served(
            new RequestId(1),
            new UserId(2),
            new Profile(AgeBand.FROM_18_TO_24, "BR", "pt"),
            new ItemId(3),
            new UserId(4),
            "",
            Source.FOLLOWED_PUSH,
            0,
            0.5,
            "m1",
            when),
        new float[] {1},
        1,
        0,
        1);
  }

  @ParameterizedTest
  @CsvSource({
    "all,true",
    "country=BR,true",
    "country=US,false",
    "language=pt,true",
    "age=from-18-to-24,true",
    "age=from-55,false",
    "source=followed-push,true",
    "feature=age,false"
  })
  void coversItsSliceBeforeTheOnsetAlone(String slice, boolean covered) {
    var stale = new Stale(slice, ONSET);

    assertThat(stale.covers(at(ONSET.minusSeconds(1)))).isEqualTo(covered);
    assertThat(stale.covers(at(ONSET))).isFalse();
  }
}
