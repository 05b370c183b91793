package dev.roost.model.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roost.model.domain.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FeedQueryTest {

  private static final UserId ANN = new UserId(1);
  private static final Instant START = Instant.EPOCH;
  private static final Stretch PAST = new Stretch(new Place(3, 1), null);

  @Test
  void onlyATimelineHasAStretch() {
    assertThat(FeedQuery.following(ANN, START, 10, PAST).stretch()).isEqualTo(PAST);
    assertThat(FeedQuery.feed(ANN, START, 10).stretch()).isEqualTo(Stretch.ALL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeedQuery(ANN, START, 10, Occasion.FIRST, FeedQuery.Scope.FEED, PAST))
        .withMessageContaining("FEED");
  }

  @Test
  void wantsAtLeastOneItem() {
    assertThatIllegalArgumentException().isThrownBy(() -> FeedQuery.feed(ANN, START, 0));
  }
}
