package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MedianTest {

  @Test
  void isTheMiddleOne() {
    assertThat(Median.of(9, 1, 4)).isEqualTo(4);
    assertThat(Median.of(7)).isEqualTo(7);
  }

  @Test
  void ofAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Median.of(9, 1, 4, 2)).isEqualTo(3);
  }
}
