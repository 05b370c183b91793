package dev.roost.actors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WindowedModelsTest {

  @Test
  void numberingGoesOnAfterTheNewestNameThoughSomeWereNeverOffered() {
    assertThat(WindowedModels.newest(List.of("m0001", "m0005", "m0004"))).isEqualTo(5);
    assertThat(WindowedModels.newest(List.of("m12345", "m0002"))).isEqualTo(12_345);
  }

  @Test
  void namesOfOthersCountForNothing() {
    assertThat(WindowedModels.newest(List.of())).isZero();
    assertThat(WindowedModels.newest(List.of("m7", "by hand", "m99999999999"))).isZero();
  }
}
