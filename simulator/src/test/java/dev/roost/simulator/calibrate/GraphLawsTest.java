package dev.roost.simulator.calibrate;

import static dev.roost.simulator.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.simulator.Gen;
import dev.roost.simulator.graph.Adjacency;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class GraphLawsTest {

  private static boolean[][] matrix(Gen gen) {
    int nodes = gen.whole(2, 25);
    var edge = new boolean[nodes][nodes];
    double density = gen.between(0, 1);
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < i; j++) {
        edge[i][j] = gen.between(0, 1) < density;
        edge[j][i] = edge[i][j];
      }
    }
    return edge;
  }

  private static Adjacency graph(boolean[][] edge) {
    int count = 0;
    var from = new int[edge.length * edge.length];
    var to = new int[edge.length * edge.length];
    for (int i = 0; i < edge.length; i++) {
      for (int j = 0; j < edge.length; j++) {
        if (edge[i][j]) {
          from[count] = i;
          to[count++] = j;
        }
      }
    }
    return Adjacency.of(edge.length, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }

  @Test
  void clusteringIsThatOfAllTriples() {
    forAll(
        gen -> {
          boolean[][] edge = matrix(gen);
          double paths = 0;
          double closed = 0;
          double local = 0;
          int several = 0;
          for (int centre = 0; centre < edge.length; centre++) {
            double here = 0;
            double closedHere = 0;
            for (int i = 0; i < edge.length; i++) {
              for (int j = 0; j < i; j++) {
                if (edge[centre][i] && edge[centre][j]) {
                  here++;
                  closedHere += edge[i][j] ? 1 : 0;
                }
              }
            }
            paths += here;
            closed += closedHere;
            local += here == 0 ? 0 : closedHere / here;
            several += here == 0 ? 0 : 1;
          }
          var found = Clustering.exact(graph(edge));
          assertThat(found.transitivity())
              .isCloseTo(paths == 0 ? 0 : closed / paths, within(1e-12));
          assertThat(found.meanLocal())
              .isCloseTo(several == 0 ? 0 : local / several, within(1e-12));
        });
  }

  @Test
  void sampledClusteringComesNearTheExact() {
    forAll(
        gen -> {
          if (gen.between(0, 1) < 0.9) {
            return; // a tenth of the cases will do
          }
          var graph = graph(matrix(gen));
          var exact = Clustering.exact(graph);
          var sampled = Clustering.sampled(graph, gen.bits());
          assertThat(sampled.transitivity()).isCloseTo(exact.transitivity(), within(0.005));
          assertThat(sampled.meanLocal()).isCloseTo(exact.meanLocal(), within(0.005));
        });
  }

  @Test
  void degreesCorrelateAsPearsonSays() {
    forAll(
        gen -> {
          boolean[][] edge = matrix(gen);
          var graph = graph(edge);
          double n = graph.edges();
          double mean = 0;
          for (int e = 0; e < n; e++) {
            mean += graph.degree(graph.to(e)) / n;
          }
          double covariance = 0;
          double variance = 0;
          for (int e = 0; e < n; e++) {
            double x = graph.degree(graph.from(e)) - mean;
            covariance += x * (graph.degree(graph.to(e)) - mean);
            variance += x * x;
          }
          if (variance > 1e-6) {
            assertThat(Mixing.ofDegrees(graph)).isCloseTo(covariance / variance, within(1e-9));
          }
        });
  }

  @Test
  void edgesInsideGroupsAreHeldAgainstAllPairsOfEnds() {
    forAll(
        gen -> {
          var graph = graph(matrix(gen));
          int groups = gen.whole(1, 5);
          double inside = 0;
          double chance = 0;
          for (int e = 0; e < graph.edges(); e++) {
            inside += graph.from(e) % groups == graph.to(e) % groups ? 1 : 0;
            for (int f = 0; f < graph.edges(); f++) {
              chance += graph.from(e) % groups == graph.to(f) % groups ? 1 : 0;
            }
          }
          double edges = Math.max(1, graph.edges());
          var found = Mixing.of(graph, groups, node -> node % groups);
          assertThat(found.inside()).isCloseTo(inside / edges, within(1e-12));
          assertThat(found.chance()).isCloseTo(chance / edges / edges, within(1e-12));
        });
  }

  @Test
  void assortativityIsOneInsideAndNoneByChance() {
    assertThat(new Mixing(1, 0.3).assortativity()).isEqualTo(1);
    assertThat(new Mixing(0.3, 0.3).assortativity()).isZero();
  }
}
