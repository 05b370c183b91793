package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Two edges, whose turning costs 100: a push 10, a look 5, a fetch 20.
final class RegretTest {

  private static final int DEPTH = 4;

  private final Readers readers = new Readers(-1);
  private final int reader = readers.add(7, 0);
  private final Regret regret = new Regret(readers, new EdgePolicy.Costs(10, 5, 20, 50));

  private void edges(int pulls) {
    readers.setDegree(reader, 2);
    readers.setPulls(reader, pulls);
  }

  @Test
  void pushingIsRegrettedOnceWhatNobodyReadCostMoreThanTurning() {
    edges(0);
    regret.addPushing(reader, 14, DEPTH); // 140 against 10 + 80
    assertThat(regret.isDue(reader)).isFalse();

    regret.addPushing(reader, 14, DEPTH);
    assertThat(regret.isDue(reader)).isFalse(); // 100, no more than turning

    regret.addPushing(reader, 10, DEPTH);
    assertThat(regret.isDue(reader)).isTrue();
  }

  @Test
  void pullingIsRegrettedOnceLooksAndFetchesCostMoreThanTurning() {
    edges(2);
    regret.addPulling(reader, 3, 3); // 70 against 30
    regret.addPulling(reader, 3, 3);
    assertThat(regret.isDue(reader)).isFalse();

    regret.addPulling(reader, 3, 3);
    assertThat(regret.isDue(reader)).isTrue();
  }

  @Test
  void whatWentWellIsNotHeldAgainstWhatGoesWrongLater() {
    edges(0);
    for (int i = 0; i < 100; i++) {
      regret.addPushing(reader, 1, DEPTH); // cheaper than pulling
    }
    regret.addPushing(reader, 20, DEPTH);

    assertThat(regret.isDue(reader)).isTrue();
  }

  @Test
  void whatWasPushedSinceTheLastReadCountsWithoutOne() {
    edges(0);

    assertThat(regret.isDueUnread(reader, 19, DEPTH)).isFalse(); // 190 against 90
    assertThat(regret.isDueUnread(reader, 20, DEPTH)).isTrue();
    assertThat(regret.isDue(reader)).isFalse();
  }

  @Test
  void whatIsForgottenCountsNoMore() {
    edges(0);
    regret.addPushing(reader, 1_000, DEPTH);

    regret.forget(reader);

    assertThat(regret.isDue(reader)).isFalse();
  }
}
