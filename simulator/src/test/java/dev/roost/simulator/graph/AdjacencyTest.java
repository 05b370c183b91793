package dev.roost.simulator.graph;

import static dev.roost.simulator.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.simulator.Gen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class AdjacencyTest {

  private record Pair(int from, int to) {

    Pair reverse() {
      return new Pair(to, from);
    }
  }

  private record Drawn(int nodes, Set<Pair> pairs, Adjacency graph) {}

  private static Drawn drawn(Gen gen) {
    int nodes = gen.whole(1, 40);
    return drawn(gen, nodes, gen.whole(0, 300));
  }

  private static Drawn drawn(Gen gen, int nodes, int size) {
    var from = new int[size];
    var to = new int[size];
    var pairs = new HashSet<Pair>();
    for (int i = 0; i < size; i++) {
      from[i] = gen.whole(0, nodes);
      to[i] = gen.whole(0, nodes);
      if (from[i] != to[i]) {
        pairs.add(new Pair(from[i], to[i]));
      }
    }
    return new Drawn(nodes, pairs, Adjacency.of(nodes, from, to));
  }

  private static void assertHolds(Adjacency graph, Set<Pair> pairs) {
    var found = new ArrayList<Pair>();
    for (int edge = 0; edge < graph.edges(); edge++) {
      found.add(new Pair(graph.from(edge), graph.to(edge)));
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(pairs);
    for (int node = 0; node < graph.nodes(); node++) {
      int[] list = graph.list(node);
      assertThat(list).isSorted().hasSize(graph.degree(node));
      for (int nth = 0; nth < list.length; nth++) {
        assertThat(graph.to(node, nth)).isEqualTo(list[nth]);
      }
    }
  }

  @Test
  void holdsEachPairOnceAndNoLoops() {
    forAll(
        gen -> {
          var drawn = drawn(gen);
          assertHolds(drawn.graph(), drawn.pairs());
          for (int from = 0; from < drawn.nodes(); from++) {
            for (int to = 0; to < drawn.nodes(); to++) {
              assertThat(drawn.graph().contains(from, to))
                  .isEqualTo(drawn.pairs().contains(new Pair(from, to)));
            }
          }
        });
  }

  @Test
  void aNodeMayPointToVeryMany() {
    var from = new int[5_000];
    var to = new int[5_000];
    for (int i = 0; i < to.length; i++) {
      from[i] = 3;
      to[i] = i / 2; // each twice
    }
    var graph = Adjacency.of(2_600, from, to);

    assertThat(graph.degree(3)).isEqualTo(2_499); // all but itself
    assertThat(graph.degree(4)).isZero();
  }

  @Test
  void countsDegreesBothWays() {
    forAll(
        gen -> {
          var drawn = drawn(gen);
          for (int node = 0; node < drawn.nodes(); node++) {
            int here = node;
            assertThat(drawn.graph().inDegrees()[node])
                .isEqualTo((int) drawn.pairs().stream().filter(p -> p.to() == here).count());
            assertThat(drawn.graph().outDegrees()[node])
                .isEqualTo((int) drawn.pairs().stream().filter(p -> p.from() == here).count());
          }
        });
  }

  @Test
  void reversesSelectsAndJoinsAsSetsDo() {
    forAll(
        gen -> {
          var one = drawn(gen);
          var other = drawn(gen, one.nodes(), gen.whole(0, 300));
          var either = new HashSet<>(one.pairs());
          either.addAll(other.pairs());

          assertHolds(one.graph().or(other.graph()), either);
          assertHolds(
              one.graph().where((from, to) -> (from + to) % 3 == 0),
              filtered(one, p -> (p.from() + p.to()) % 3 == 0));
          assertHolds(
              one.graph().reversed((from, _) -> from % 2 == 0),
              Set.copyOf(
                  filtered(one, p -> p.from() % 2 == 0).stream().map(Pair::reverse).toList()));
        });
  }

  @Test
  void mutualEdgesAreThoseWithAReverse() {
    forAll(
        gen -> {
          var drawn = drawn(gen);
          assertHolds(
              drawn.graph().mutual(), filtered(drawn, p -> drawn.pairs().contains(p.reverse())));
          var both = new HashSet<>(drawn.pairs());
          both.addAll(drawn.pairs().stream().map(Pair::reverse).toList());
          assertHolds(drawn.graph().undirected(), both);
        });
  }

  private static Set<Pair> filtered(Drawn drawn, Predicate<Pair> holds) {
    List<Pair> kept = drawn.pairs().stream().filter(holds).toList();
    return Set.copyOf(kept);
  }
}
