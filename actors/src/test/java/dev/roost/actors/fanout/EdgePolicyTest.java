package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EdgePolicyTest {

  private static final EdgePolicy.Costs COSTS =
      new EdgePolicy.Costs(10, 20, 4); // 6 saved by a pull
  private static final double READS = 3; // of which the looks cost 60

  private static EdgePolicy.Edge edge(double postsPerDay, boolean pushed) {
    return new EdgePolicy.Edge(postsPerDay, READS, 1, 50, pushed);
  }

  @Test
  void pushesUpToTheRateAtWhichBothWaysCostTheSame() {
    var policy = EdgePolicy.perEdge(COSTS, 1);

    for (boolean pushed : new boolean[] {false, true}) {
      assertThat(policy.pushes(edge(10, pushed))).isTrue();
      assertThat(policy.pushes(edge(10.1, pushed))).isFalse();
    }
  }

  @Test
  void turnsAnEdgeOnlyPastTheHysteresisOnEitherSide() {
    var policy = EdgePolicy.perEdge(COSTS, 2);

    assertThat(policy.pushes(edge(20, true))).isTrue();
    assertThat(policy.pushes(edge(20.1, true))).isFalse();
    assertThat(policy.pushes(edge(5, false))).isTrue();
    assertThat(policy.pushes(edge(5.1, false))).isFalse();
  }

  @Test
  void rowsThatNobodyWouldFetchAreNotPushed() {
    var policy = EdgePolicy.perEdge(new EdgePolicy.Costs(10, 20, 40), 1);

    assertThat(policy.pushes(new EdgePolicy.Edge(1e6, READS, 1, 50, false))).isTrue();
    assertThat(policy.pushes(new EdgePolicy.Edge(1e6, READS, 0.1, 50, false))).isFalse();
  }

  @Test
  void anEdgeOfAnAuthorBeyondTheCapIsPulledWhateverTheRates() {
    var policy = EdgePolicy.perEdge(COSTS, 2);

    assertThat(policy.cappedAt(50).pushes(edge(0, true))).isTrue();
    assertThat(policy.cappedAt(50).pushes(edge(1_000, true))).isFalse();
    assertThat(policy.cappedAt(49).pushes(edge(0, true))).isFalse();
  }

  @Test
  void theSimplePoliciesLookAtNothingElse() {
    assertThat(EdgePolicy.allPush().pushes(edge(1e9, false))).isTrue();
    assertThat(EdgePolicy.allPull().pushes(edge(0, true))).isFalse();
    assertThat(EdgePolicy.threshold(50).pushes(edge(1e9, false))).isTrue();
    assertThat(EdgePolicy.threshold(49).pushes(edge(0, true))).isFalse();
  }
}
