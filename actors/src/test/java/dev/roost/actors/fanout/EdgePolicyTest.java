package dev.roost.actors.fanout;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EdgePolicyTest {

  private static final EdgePolicy.Costs COSTS =
      new EdgePolicy.Costs(10, 20, 4, 100); // 6 saved by a pull
  private static final double READS = 3; // of which the looks cost 60

  @Test
  void pushesUpToTheRateAtWhichBothWaysCostTheSame() {
    var policy = EdgePolicy.perEdge(COSTS, 50);

    assertThat(policy.mostPostsPerDay(READS, 1)).isCloseTo(10, within(1e-9));
  }

  @Test
  void onlyRowsThatNobodyWouldFetchArePulledWhereFetchingCostsMore() {
    var policy = EdgePolicy.perEdge(new EdgePolicy.Costs(10, 20, 40, 100), 50);

    assertThat(policy.mostPostsPerDay(READS, 1)).isEqualTo(POSITIVE_INFINITY);
    assertThat(policy.mostPostsPerDay(READS, 0.25)).isEqualTo(POSITIVE_INFINITY);
    assertThat(policy.mostPostsPerDay(READS, 0.1)).isCloseTo(10, within(1e-9));
  }

  @Test
  void aReaderWhoDoesNotReadIsPushedNothing() {
    assertThat(EdgePolicy.perEdge(COSTS, 50).mostPostsPerDay(0, 0)).isZero();
  }

  @Test
  void anEdgeOfAnAuthorBeyondTheCapIsPulledWhateverTheRates() {
    assertThat(EdgePolicy.perEdge(COSTS, 50).mostFollowers()).isEqualTo(50);
  }

  @Test
  void theSimplePoliciesLookAtNothingElse() {
    assertThat(EdgePolicy.allPush().mostFollowers()).isEqualTo(Integer.MAX_VALUE);
    assertThat(EdgePolicy.allPull().mostFollowers()).isZero();
    assertThat(EdgePolicy.threshold(50).mostFollowers()).isEqualTo(50);
    assertThat(EdgePolicy.threshold(50).mostPostsPerDay(READS, 1)).isEqualTo(POSITIVE_INFINITY);
    assertThat(EdgePolicy.threshold(50).heedsRates()).isFalse();
  }
}
