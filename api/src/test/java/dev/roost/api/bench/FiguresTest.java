package dev.roost.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class FiguresTest {

  private static Figures of(double... rates) {
    var figures = new Figures();
    DoubleStream.of(rates).forEach(figures::addRate);
    return figures;
  }

  @Test
  void ratiosAreTakenWithinRoundsAndNotOfMedians() {
    var roost = of(10, 40, 30);
    var loop = of(100, 50, 60);

    assertThat(roost.ratios("roost-vs-loop", loop))
        .containsExactly(
            new BenchRow("roost-vs-loop", 0.5, "x"),
            new BenchRow("roost-vs-loop-min", 0.1, "x"),
            new BenchRow("roost-vs-loop-max", 0.8, "x"));
  }
}
