package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphSizeTest {

  @Test
  void aCappedGraphKeepsWhatEachFollows() {
    var size = new GraphSize(100_000, 5_000_000);

    assertThat(size.cappedAt(20_000)).isEqualTo(new GraphSize(20_000, 1_000_000));
    assertThat(size.cappedAt(100_000)).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"9,1", "4000001,1", "10,0", "100,1001", "4000000,1000000001"})
  void whatCannotBeDrawnIsRefused(int users, int edges) {
    assertThatIllegalArgumentException().isThrownBy(() -> new GraphSize(users, edges));
  }
}
