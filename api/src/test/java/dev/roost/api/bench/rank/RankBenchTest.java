package dev.roost.api.bench.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.DescribedRows;
import dev.roost.api.bench.Told;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class RankBenchTest {

  private static final RankBenchSettings TINY = tiny(EnumSet.of(RankPart.SCORING));

  private static RankBenchSettings tiny(EnumSet<RankPart> parts) {
    return new RankBenchSettings(70, 6, 5, 3, 400, 2, 1 << 15, 200, 3, 1, 1, 1, parts);
  }

  /// A library that answers a constant, or whose native code is not there.
  private record Fake(boolean loads) implements PeerLibrary {

    @Override
    public String name() {
      return "xgboost";
    }

    @Override
    public PeerModel train(ScoringSample sample) {
      if (!loads) {
        throw new UnsatisfiedLinkError("no such file");
      }
      return new PeerModel() {
        @Override
        public int leaves() {
          return 1;
        }

        @Override
        public void score(double[] out) {
          assertThat(out).hasSize(TINY.rows());
        }

        @Override
        public void close() {}
      };
    }
  }

  private static RankBench bench(Iterable<PeerLibrary> libraries) {
    return new RankBench(TINY, libraries, 1);
  }

  private static List<String> names(List<BenchRow> rows) {
    return rows.stream().map(BenchRow::name).toList();
  }

  @Test
  void everybodyScoresTheBatchAndEveryRowIsDescribed() {
    var told = new Told();
    var rows = bench(ServiceLoader.load(PeerLibrary.class)).run(told);

    assertThat(told.leftOut()).isEmpty();
    assertThat(names(rows))
        .doesNotHaveDuplicates()
        .allMatch(DescribedRows::contains)
        .contains("smile", "lightgbm", "xgboost", "roost-portable", "roost-vector", "quantise")
        .contains("portable-vs-smile", "vector-vs-smile", "vector-vs-portable")
        .contains("portable-vs-lightgbm", "portable-vs-xgboost");
    assertThat(rows)
        .filteredOn(row -> row.unit().equals("us") || row.unit().equals("x"))
        .allMatch(row -> row.value() > 0);
  }

  @Test
  void wholeFeedsAreMadeOfManyCandidates() {
    var rows = new RankBench(tiny(EnumSet.of(RankPart.REQUEST)), List.of(), 1).run(new Told());

    assertThat(names(rows)).doesNotHaveDuplicates().allMatch(DescribedRows::contains);
    assertThat(value(rows, "feeds")).isPositive();
    assertThat(value(rows, "feed-p99-at-half"))
        .isGreaterThanOrEqualTo(value(rows, "feed-p50-at-half"));
    assertThat(value(rows, "feed-precomputed")).isBetween(0.1, value(rows, "feed-online"));
    assertThat(value(rows, "feed-precomputing")).isPositive();
    assertThat(value(rows, "candidates")).isGreaterThan(20);
    assertThat(value(rows, "items")).isBetween(10.0, 20.0);
    assertThat(rows)
        .filteredOn(row -> row.name().startsWith("time-"))
        .extracting(BenchRow::value)
        .satisfies(
            shares ->
                assertThat(shares.stream().mapToDouble(each -> each).sum())
                    .isCloseTo(100, within(1e-6)));
    assertThat(value(rows, "time-scoring")).isPositive();
    assertThat(value(rows, "time-features")).isPositive();
  }

  @Test
  void graphsFindNearlyAllNeighbours() {
    var rows = new RankBench(tiny(EnumSet.of(RankPart.NEIGHBOURS)), List.of(), 1).run(new Told());

    assertThat(names(rows)).doesNotHaveDuplicates().allMatch(DescribedRows::contains);
    assertThat(value(rows, "neighbours-recall-32768")).isBetween(0.95, 1.0);
  }

  private static double value(List<BenchRow> rows, String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow().value();
  }

  @Test
  void treesOfAllLibrariesHaveTheirLeaves() {
    assertThat(bench(ServiceLoader.load(PeerLibrary.class)).run(new Told()))
        .filteredOn(row -> row.name().startsWith("leaves-"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.value()).isBetween(2.0, 8.0));
  }

  @Test
  void aLibraryThatDoesNotLoadIsLeftOutAloud() {
    var told = new Told();
    var rows = bench(List.of(new Fake(false))).run(told);

    assertThat(told.leftOut()).singleElement().asString().contains("xgboost", "no such file");
    assertThat(names(rows)).contains("vector-vs-smile").doesNotContain("xgboost", "leaves-xgboost");
  }

  @Test
  void withoutLibrariesItSaysHowToHaveThem() {
    var told = new Told();
    var _ = bench(List.of()).run(told);

    assertThat(told.leftOut()).singleElement().asString().contains("./roost bench rank");
  }

  @Test
  void ratiosAreOfTheSameRound() {
    var rows = bench(List.of(new Fake(true))).run(new Told());

    assertThat(names(rows)).contains("portable-vs-xgboost", "portable-vs-xgboost-max");
  }

  @Test
  void scoresThatAreNotSmilesAreWrongWork() {
    double[] logOdds = {0, 0.1};
    double[] probabilities = {0.5, 0.5};

    ScoringPart.requireSmiles("roost", new double[] {0}, new double[] {0.5});
    assertThatThrownBy(() -> ScoringPart.requireSmiles("roost", logOdds, probabilities))
        .isInstanceOf(BenchException.WrongWork.class)
        .hasMessageContaining("roost")
        .hasMessageContaining("row 1");
    assertThatThrownBy(
            () -> ScoringPart.requireSmiles("roost", new double[] {Double.NaN}, probabilities))
        .isInstanceOf(BenchException.WrongWork.class);
  }
}
