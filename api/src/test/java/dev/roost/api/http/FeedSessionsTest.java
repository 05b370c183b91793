package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedSessionsTest {

  private static final UserId ANA = new UserId(1);
  private static final Instant START = Instant.EPOCH;
  private static final Duration HOUR = Duration.ofHours(1);

  private final FeedSessions sessions = new FeedSessions(HOUR, 3, new SecureRandom());

  private static List<ItemId> items(long... ids) {
    return java.util.Arrays.stream(ids).mapToObj(ItemId::new).toList();
  }

  private FeedSessions.Served found(long number) {
    return sessions.find(number, START).orElseThrow();
  }

  @Test
  void remembersAllPagesOfASession() {
    var first = found(sessions.add(ANA, items(1, 2), null, START));
    var second = found(sessions.add(ANA, items(3), first, START));

    assertThat(second.items()).containsExactlyInAnyOrderElementsOf(items(1, 2, 3));
    assertThat(second.total()).isEqualTo(3);
    assertThat(second.pages()).isEqualTo(2);
    assertThat(first.items()).containsExactlyInAnyOrderElementsOf(items(1, 2));
  }

  @Test
  void forgetsWhatHasExpired() {
    long number = sessions.add(ANA, items(1), null, START);

    assertThat(sessions.find(number, START.plus(HOUR).minusNanos(1))).isPresent();
    assertThat(sessions.find(number, START.plus(HOUR))).isEmpty();
  }

  @Test
  void forgetsTheOldestBeyondItsCapacity() {
    long oldest = sessions.add(ANA, items(1), null, START);
    long second = sessions.add(ANA, items(2), null, START);
    sessions.add(ANA, items(3), null, START);
    sessions.add(ANA, items(4), null, START);

    assertThat(sessions.find(oldest, START)).isEmpty();
    assertThat(sessions.find(second, START)).isPresent();
  }
}
