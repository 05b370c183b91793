package dev.roost.simulator.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.roost.simulator.SharedData;
import dev.roost.simulator.data.InvalidDataException;
import dev.roost.simulator.scenario.WorldFile;
import dev.roost.simulator.world.EngagementWeights;
import dev.roost.simulator.world.World;
import dev.roost.simulator.world.WorldSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GraphFitTest {

  private static final World WORLD =
      World.generate(
          new WorldSettings(
              7, 3_000, Instant.parse("2026-01-05T00:00:00Z"), 900, WorldFile.usual()),
          EngagementWeights.standard());

  @Test
  void aWorldHeldAgainstItselfFitsInEveryRow() {
    var itself =
        List.of(
            new RealGraph("all", false, WORLD.follows().now()),
            new RealGraph("returned", true, WORLD.follows().now().mutual()));
    for (var data : GraphFit.of(itself, WORLD.follows(), WORLD.people(), 1).rows()) {
      assertThat(data.rows()).hasSizeGreaterThan(8);
      for (var row : data.rows()) {
        double none = row.measure() == FitRow.Measure.RATIO ? 1 : 0;
        assertThat(row.distance()).as(row.statistic()).isCloseTo(none, within(1e-12));
      }
    }
  }

  @Test
  void realGraphsHaveTheFiguresThatOtherLibrariesGive() {
    var folder = SharedData.folder("twitch").resolveSibling(".");
    var graphs = RealGraph.all(folder);
    var german = GraphFigures.of(graphs.get(0).graph(), 1);
    assertThat(graphs.get(0).graph().nodes()).isEqualTo(9_498);
    assertThat(graphs.get(0).graph().edges()).isEqualTo(2 * 153_138);
    assertThat(german.clustering().transitivity()).isCloseTo(0.0465, within(5e-5));
    assertThat(german.clustering().meanLocal()).isCloseTo(0.2107, within(5e-5));
    assertThat(german.degreeAssortativity()).isCloseTo(-0.1152, within(5e-5));
    assertThat(german.follows().gini()).isCloseTo(0.630, within(5e-4));
    assertThat(german.follows().tailExponent()).isCloseTo(2.56, within(0.005));

    var lastfm = GraphFigures.of(graphs.get(2).graph(), 1);
    assertThat(lastfm.clustering().transitivity()).isCloseTo(0.1338, within(5e-5));
    var trust = GraphFigures.of(graphs.get(3).graph(), 1);
    assertThat(trust.reciprocity()).isCloseTo(0.3497, within(5e-5));
    assertThat(trust.clustering().transitivity()).isCloseTo(0.1796, within(5e-5));
  }

  @Test
  void theUsualWorldComesNearRealGraphs() {
    var real = RealGraph.all(SharedData.folder("twitch").resolveSibling("."));
    for (var data : GraphFit.of(real, WORLD.follows(), WORLD.people(), 1).rows()) {
      for (var row : data.rows()) {
        if (row.measure() == FitRow.Measure.KOLMOGOROV_SMIRNOV) {
          assertThat(row.distance()).as(row.data() + ": " + row.statistic()).isLessThan(0.35);
        }
        if (row.statistic().equals("reciprocity")) {
          assertThat(row.distance()).isBetween(0.7, 1.4);
        }
        if (row.statistic().startsWith("local clustering")) {
          assertThat(row.distance()).as(row.data()).isBetween(0.5, 2.0);
        }
      }
    }
  }

  @Test
  void aFolderWithoutTheGraphsIsRefusedByName() {
    assertThatThrownBy(() -> RealGraph.all(Path.of("target")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("DE_edges.csv");
  }
}
