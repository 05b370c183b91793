package dev.roost.api.study;

import dev.roost.actors.learn.LearnSettings;
import dev.roost.api.study.Judge.Models;
import dev.roost.api.study.Judge.Ordering;
import dev.roost.simulator.drift.Resamples;
import dev.roost.simulator.report.Estimate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How good lists truly are that one run's candidates can be ordered into, and what each part of
/// ranking is worth.
final class QualityStudy {

  private static final String VALUE = "%.3f";
  private static final String PERCENT = "%.1f";

  /// A trainer that is not the usual one.
  private record Other(double examples, int trees, int leaves, double columnShare) {

    LearnSettings settings() {
      return Judge.other(examples, trees, leaves, columnShare);
    }

    String name() {
      return "%s times the examples, %d trees of %d leaves, %s of the features"
          .formatted(Table.number("%.2f", examples), trees, leaves, columnShare);
    }
  }

  private static final List<Other> OTHERS =
      List.of(
          new Other(0.25, 50, 16, 1),
          new Other(1, 50, 16, 0.3),
          new Other(1, 100, 8, 1),
          new Other(1, 100, 8, 0.3),
          new Other(1, 100, 16, 0.3));

  private final Judge judge;
  private final Lived lived;
  private final Models usual;
  private final Models twin;
  private final double[] counts;
  private final double[] oracle;
  private final double[] chronological;
  private final double[] ours;
  private final Resamples resamples = new Resamples(1);

  QualityStudy(Judge judge) {
    this.judge = judge;
    lived = judge.lived();
    usual = judge.train(RowEdit.NONE);
    twin = judge.train(RowEdit.truth(lived.world()));
    counts = judge.counts();
    oracle = judge.values(judge::oracle);
    chronological = judge.values(judge::chronological);
    ours = values(Ordering.usual(usual));
  }

  private double[] values(Ordering by) {
    return judge.values(session -> judge.page(session, by));
  }

  Estimate estimate(ToDoubleFunction<double[]> statistic, double[]... columns) {
    var isMember = new boolean[counts.length];
    for (int user = 0; user < counts.length; user++) {
      isMember[user] = counts[user] > 0;
    }
    return resamples.estimate(isMember, statistic, columns);
  }

  /// Returns true value of the lists of the same trainer over that of the twin's.
  Estimate shareOfTwin() {
    return estimate(s -> s[0] / s[1], ours, values(Ordering.usual(twin)));
  }

  /// Returns the share of the twin's way from chronological that the same trainer goes.
  Estimate wayOfTwin() {
    return estimate(
        s -> (s[0] - s[2]) / (s[1] - s[2]), ours, values(Ordering.usual(twin)), chronological);
  }

  /// Returns how good lists are, from the worst to the best, and where it is lost.
  String levels() {
    Map<String, double[]> levels = new LinkedHashMap<>();
    levels.put("newest first, followed before others", chronological);
    levels.put("as answered (re-ranked, explored, models on trial)", judge.values(Session::served));
    levels.put("same trainer, as served", ours);
    levels.put("same trainer, no light cut", values(all(usual)));
    levels.put("**twin** with the truth", values(Ordering.usual(twin)));
    levels.put("twin, no light cut", values(all(twin)));
    levels.put(
        "best of what the light ranker keeps", judge.values(s -> judge.oracle(s, kept(s, usual))));
    levels.put("best of all candidates", judge.values(s -> judge.oracle(s, s.items())));
    levels.put("oracle: best of the pool", oracle);
    var twins = values(Ordering.usual(twin));
    var table = new Table("lists", "value", "of the twin, %", "way to the oracle, %");
    levels.forEach(
        (name, sums) ->
            table.row(
                name,
                Table.interval(VALUE, estimate(s -> s[0] / s[1], sums, counts)),
                Table.interval(PERCENT, estimate(s -> 100 * s[0] / s[1], sums, twins)),
                Table.interval(
                    PERCENT,
                    estimate(
                        s -> 100 * (s[0] - s[1]) / (s[2] - s[1]), sums, chronological, oracle))));
    return table + "\nSessions: " + lived.sessions().size() + "\n";
  }

  /// Returns what lists would be worth if less were unknown, or more were learned from.
  String losses() {
    var world = lived.world();
    var table = new Table("same trainer, but", "value, %", "of the twin, %");
    lossRow(table, "true taste", judge, RowEdit.taste(world));
    lossRow(table, "true quality", judge, RowEdit.quality(world));
    lossRow(table, "true language", judge, RowEdit.language(world));
    lossRow(
        table, "true taste and quality", judge, RowEdit.taste(world).and(RowEdit.quality(world)));
    lossRow(table, "the truth: the twin", judge, RowEdit.truth(world));
    for (var other : OTHERS) {
      var by = new Judge(lived, other.settings());
      lossRow(table, other.name(), by, RowEdit.NONE);
      lossRow(table, other.name() + ", the truth", by, RowEdit.truth(world));
    }
    return table.toString();
  }

  private void lossRow(Table table, String name, Judge by, RowEdit edit) {
    var usually = Ordering.usual(by.train(edit));
    var sums = by.values(session -> by.page(session, usually));
    table.row(
        name,
        Table.interval("%+.1f", change(sums)),
        Table.interval(
            PERCENT, estimate(s -> 100 * s[0] / s[1], sums, values(Ordering.usual(twin)))));
  }

  private static Ordering all(Models models) {
    return new Ordering(models, _ -> true, Integer.MAX_VALUE);
  }

  private int[] kept(Session session, Models models) {
    return Arrays.stream(judge.order(session, Ordering.usual(models)))
        .map(i -> session.items()[i])
        .toArray();
  }

  private Estimate change(double[] sums) {
    return estimate(s -> 100 * (s[0] / s[1] - 1), sums, ours);
  }

  /// Returns what models learn and serve without each group of features.
  String groups() {
    var table = new Table("without", "features", "value, %");
    for (var group : FeatureGroup.values()) {
      var models = judge.train(RowEdit.without(group.features()));
      table.row(
          group.label(),
          String.valueOf(group.features().size()),
          Table.interval("%+.1f", change(values(Ordering.usual(models)))));
    }
    return table.toString();
  }

  /// Returns what each source finds, and what lists are without it, by the same models.
  String sources() {
    var table =
        new Table(
            "source",
            "candidates",
            "oracle's 20 found, %",
            "by it alone, %",
            "twin's 20 found, %",
            "value without, %",
            "with followed only, %");
    for (var source : CandidateSource.values()) {
      int bit = 1 << source.ordinal();
      table.row(
          source.label(),
          Table.number(
              "%.0f", mean(s -> Arrays.stream(s.sources()).filter(b -> (b & bit) != 0).count())),
          percent(s -> recall(s, judge.oracle(s), b -> (b & bit) != 0)),
          percent(s -> recall(s, judge.oracle(s), b -> b == bit)),
          percent(s -> recall(s, judge.page(s, all(twin)), b -> (b & bit) != 0)),
          Table.interval(
              "%+.1f", change(values(new Ordering(usual, b -> (b & ~bit) != 0, Judge.SCORED)))),
          Table.interval(
              "%+.1f",
              change(values(new Ordering(usual, b -> (b & (bit | 1)) != 0, Judge.SCORED)))));
    }
    table.row(
        "all",
        Table.number("%.0f", mean(Session::size)),
        percent(s -> recall(s, judge.oracle(s), _ -> true)),
        "",
        "100.0",
        "",
        "");
    return table.toString();
  }

  private double mean(ToDoubleFunction<Session> of) {
    return lived.sessions().stream().mapToDouble(of).average().orElse(Double.NaN);
  }

  private String percent(ToDoubleFunction<Session> share) {
    return Table.number(PERCENT, 100 * mean(share));
  }

  private static double recall(
      Session session, int[] wanted, java.util.function.IntPredicate isFound) {
    Map<Integer, Integer> sources = new LinkedHashMap<>();
    for (int i = 0; i < session.size(); i++) {
      sources.put(session.items()[i], session.sources()[i]);
    }
    return wanted.length == 0
        ? 1
        : IntStream.of(wanted)
                .filter(item -> sources.containsKey(item) && isFound.test(sources.get(item)))
                .count()
            / (double) wanted.length;
  }

  /// Returns what is lost by scoring fewer than all candidates.
  String cuts() {
    var table =
        new Table("scored", "model's 20 kept, %", "oracle's candidates kept, %", "value, %");
    var whole = values(all(usual));
    for (int scored : new int[] {50, 100, 200, 400}) {
      var cut = new Ordering(usual, _ -> true, scored);
      Function<Session, int[]> kept =
          s -> Arrays.stream(judge.order(s, cut)).map(i -> s.items()[i]).toArray();
      table.row(
          String.valueOf(scored),
          percent(s -> overlap(kept.apply(s), judge.page(s, all(usual)))),
          percent(s -> overlap(kept.apply(s), judge.oracle(s, s.items()))),
          Table.interval("%+.1f", estimate(s -> 100 * (s[0] / s[1] - 1), values(cut), whole)));
    }
    return table + "\nCandidates: " + Table.number("%.0f", mean(Session::size)) + "\n";
  }

  private static double overlap(int[] kept, int[] wanted) {
    int[] sorted = IntStream.of(kept).sorted().toArray();
    return IntStream.of(wanted).filter(i -> Arrays.binarySearch(sorted, i) >= 0).count()
        / (double) Math.max(1, wanted.length);
  }
}
