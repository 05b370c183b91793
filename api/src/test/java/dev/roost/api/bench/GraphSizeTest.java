package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphSizeTest {

  @Test
  void aGraphOfOtherUsersKeepsWhatEachFollows() {
    var size = new GraphSize(100_000, 5_000_000);

    assertThat(size.ofUsers(20_000)).isEqualTo(new GraphSize(20_000, 1_000_000));
    assertThat(size.ofUsers(200_000)).isEqualTo(new GraphSize(200_000, 10_000_000));
    assertThat(size.ofUsers(100_000)).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"200000,5,20000", "40000,160000000,20000", "10,10,9", "1000,100000,4000000000"})
  void whereNoGraphOfOtherUsersKeepsItThatIsTold(int users, int edges, long others) {
    var size = new GraphSize(users, edges);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> size.ofUsers((int) Math.min(Integer.MAX_VALUE, others)))
        .withMessageContaining("as many follows each as one of " + size);
  }

  @ParameterizedTest
  @CsvSource({"9,1", "4000001,1", "10,0", "100,1001", "4000000,1000000001"})
  void whatCannotBeDrawnIsRefused(int users, int edges) {
    assertThatIllegalArgumentException().isThrownBy(() -> new GraphSize(users, edges));
  }
}
