package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FollowGraphTest {

  private static final int USERS = 3_000;
  private static final int EDGES = 150_000;

  private final FollowGraph graph = FollowGraph.generate(USERS, EDGES, 7);

  private static int[] followers(FollowGraph graph, int author) {
    return IntStream.range(0, graph.followerCount(author))
        .map(i -> graph.follower(author, i))
        .toArray();
  }

  private static int[] follows(FollowGraph graph, int reader) {
    return IntStream.range(0, graph.followCount(reader))
        .map(i -> graph.follow(reader, i))
        .toArray();
  }

  @Test
  void hasExactlyTheEdgesAskedFor() {
    for (int edges : new int[] {1, 9_999, EDGES}) {
      var any = FollowGraph.generate(USERS, edges, 3);

      assertThat(any.edges()).isEqualTo(edges);
      assertThat(IntStream.range(0, USERS).map(any::followerCount).sum()).isEqualTo(edges);
      assertThat(IntStream.range(0, USERS).map(any::followCount).sum()).isEqualTo(edges);
    }
  }

  @Test
  void nobodyFollowsTwiceOrThemselves() {
    for (int author = 0; author < USERS; author++) {
      assertThat(followers(graph, author)).doesNotHaveDuplicates().isSorted();
      assertThat(followers(graph, author)).doesNotContain(author);
    }
  }

  @Test
  void bothDirectionsTellTheSame() {
    for (int reader = 0; reader < USERS; reader++) {
      assertThat(follows(graph, reader)).doesNotHaveDuplicates().isSorted();
      for (int author : follows(graph, reader)) {
        assertThat(followers(graph, author)).contains(reader);
      }
    }
  }

  @Test
  void numbersOfFollowersAreUnevenUpToTheCap() {
    int[] counts = IntStream.range(0, USERS).map(graph::followerCount).sorted().toArray();

    assertThat(counts[USERS - 1]).isEqualTo(USERS * 3 / 10);
    assertThat(counts[USERS / 2]).isLessThan(EDGES / USERS / 2);
  }

  @Test
  void readersFollowAboutEquallyMany() {
    int most = IntStream.range(0, USERS).map(graph::followCount).max().orElseThrow();

    assertThat(most).isLessThan(2 * EDGES / USERS);
  }

  @Test
  void followersAreAsManyAsAskedFor() {
    int[] counts = new int[USERS];
    counts[0] = USERS - 1;
    counts[7] = 3;
    var any = FollowGraph.of(counts, 7);

    assertThat(IntStream.range(0, USERS).map(any::followerCount).toArray()).isEqualTo(counts);
    assertThat(followers(any, 0)).doesNotContain(0).doesNotHaveDuplicates();
  }

  @Test
  void equalSeedsGiveEqualGraphs() {
    var same = FollowGraph.generate(USERS, EDGES, 7);
    var other = FollowGraph.generate(USERS, EDGES, 8);

    assertThat(IntStream.range(0, USERS))
        .allMatch(u -> Arrays.equals(followers(graph, u), followers(same, u)))
        .anyMatch(u -> !Arrays.equals(followers(graph, u), followers(other, u)));
  }
}
