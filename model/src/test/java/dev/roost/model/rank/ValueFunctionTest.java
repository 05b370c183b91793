package dev.roost.model.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ValueFunctionTest {

  @Test
  void weighsEachKindAndMinutesOfDwell() {
    var value = ValueFunction.of(0, 1, 2, 4, 3, -4, 0.5);
    double[] foretold = {9, 9, 9, 9, 9, 9, 9, 0.5, 0.4, 0.1, 0.02, 0.03, 0.01, 90};

    assertThat(value.of(foretold, 1))
        .isCloseTo(0.4 + 0.2 + 0.08 + 0.09 - 0.04 + 0.75, within(1e-12));
  }

  @Test
  void refusesWeightsThatAreNoNumbersOrNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueFunction.of(0, 1, Double.NaN, 0, 0, 0, 0))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueFunction.of(0, 0, 0, 0, 0, 0, 0))
        .withMessageContaining("weigh something");
    assertThatIllegalArgumentException().isThrownBy(() -> ValueFunction.of(1));
  }
}
