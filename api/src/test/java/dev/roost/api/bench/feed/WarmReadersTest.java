package dev.roost.api.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.FollowGraph;
import org.junit.jupiter.api.Test;

final class WarmReadersTest {

  private static WarmReaders readers(int users, int edges) {
    var graph = FollowGraph.generate(users, edges, 7);
    return new WarmReaders(graph, Strategy.named(Strategy.ALL_PUSH), 7);
  }

  @Test
  void readersFindTheirPostsNowAndFarDown() {
    var readers = readers(100, 1_000);

    assertThat(readers.readNext()).hasSize(100);
    assertThat(readers.scrollNext(50)).hasSize(100);
  }

  @Test
  void whereMostFindNothingTheBenchFails() {
    var readers = readers(10, 1);

    assertThatExceptionOfType(BenchException.WrongWork.class)
        .isThrownBy(readers::readNext)
        .withMessage("of 10 reads only 1 found 500 posts");
    assertThatExceptionOfType(BenchException.WrongWork.class)
        .isThrownBy(() -> readers.scrollNext(50))
        .withMessage("10 reads far down timelines found only 50 of 500 posts");
  }
}
