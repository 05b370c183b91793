package dev.roost.actors.fanout;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EdgePolicyTest {

  private static final EdgePolicy.Costs COSTS =
      new EdgePolicy.Costs(10, 20, 4); // 6 saved by a pull
  private static final double READS = 3; // of which the looks cost 60

  @Test
  void pushesUpToTheRateAtWhichBothWaysCostTheSame() {
    var policy = EdgePolicy.perEdge(COSTS, 1, 50);

    assertThat(policy.mostPostsPerDay(READS, 1, true)).isCloseTo(10, within(1e-9));
    assertThat(policy.mostPostsPerDay(READS, 1, false)).isCloseTo(10, within(1e-9));
  }

  @Test
  void turnsAnEdgeOnlyPastTheHysteresisOnEitherSide() {
    var policy = EdgePolicy.perEdge(COSTS, 2, 50);

    assertThat(policy.mostPostsPerDay(READS, 1, true)).isCloseTo(20, within(1e-9));
    assertThat(policy.mostPostsPerDay(READS, 1, false)).isCloseTo(5, within(1e-9));
  }

  @Test
  void onlyRowsThatNobodyWouldFetchArePulledWhereFetchingCostsMore() {
    var policy = EdgePolicy.perEdge(new EdgePolicy.Costs(10, 20, 40), 1, 50);

    assertThat(policy.mostPostsPerDay(READS, 1, false)).isEqualTo(POSITIVE_INFINITY);
    assertThat(policy.mostPostsPerDay(READS, 0.25, false)).isEqualTo(POSITIVE_INFINITY);
    assertThat(policy.mostPostsPerDay(READS, 0.1, false)).isCloseTo(10, within(1e-9));
  }

  @Test
  void aReaderWhoDoesNotReadIsPushedNothing() {
    assertThat(EdgePolicy.perEdge(COSTS, 2, 50).mostPostsPerDay(0, 0, true)).isZero();
  }

  @Test
  void anEdgeOfAnAuthorBeyondTheCapIsPulledWhateverTheRates() {
    assertThat(EdgePolicy.perEdge(COSTS, 2, 50).mostFollowers()).isEqualTo(50);
  }

  @Test
  void theSimplePoliciesLookAtNothingElse() {
    assertThat(EdgePolicy.allPush().mostFollowers()).isEqualTo(Integer.MAX_VALUE);
    assertThat(EdgePolicy.allPull().mostFollowers()).isZero();
    assertThat(EdgePolicy.threshold(50).mostFollowers()).isEqualTo(50);
    assertThat(EdgePolicy.threshold(50).mostPostsPerDay(READS, 1, true))
        .isEqualTo(POSITIVE_INFINITY);
    assertThat(EdgePolicy.threshold(50).heedsRates()).isFalse();
  }
}
