package dev.roost.api.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.bench.GraphSize;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HugeAuthorTest {

  private static FeedBenchSettings settings(int users, int edges) {
    return new FeedBenchSettings(
        new GraphSize(users, edges), users, 7, 1, 1, 1, 1_000, Set.of(FeedPart.LATENCY));
  }

  @Test
  void ofFewUsersTenEleventhsFollowTheHugeAuthor() {
    var graph = HugeAuthor.graph(settings(1_100, 22_000));

    assertThat(graph.users()).isEqualTo(1_100);
    assertThat(graph.followerCount(HugeAuthor.AUTHOR)).isEqualTo(1_000);
    assertThat(graph.followerCount(1)).isEqualTo(20);
    long followers =
        IntStream.range(0, 1_100).filter(user -> HugeAuthor.isFollowedBy(graph, user)).count();
    assertThat(followers).isEqualTo(1_000);
  }

  @Test
  void aLargeGraphHasRoomForThreeHundredThousandFollowersAndSomeOthers() {
    assertThat(HugeAuthor.users(settings(100_000, 5_000_000))).isEqualTo(330_000);
    assertThat(HugeAuthor.users(settings(400_000, 5_000_000))).isEqualTo(400_000);
    assertThat(HugeAuthor.edges(settings(100_000, 1_000_000_000))).isGreaterThan(3_000_000_000L);
  }
}
