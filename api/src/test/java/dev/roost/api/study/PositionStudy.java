package dev.roost.api.study;

import static java.util.Objects.requireNonNull;

import dev.roost.api.study.Judge.Models;
import dev.roost.api.study.Judge.Ordering;
import dev.roost.model.learn.Example;
import dev.roost.simulator.drift.Resamples;
import dev.roost.simulator.report.Estimate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// What position does to models of one world, by what they assume of it.
final class PositionStudy {

  private static final String IGNORED = "ignored";

  private final Judge judge;
  private final Lived lived;
  private final Resamples resamples = new Resamples(1);

  PositionStudy(Judge judge) {
    this.judge = judge;
    lived = judge.lived();
  }

  /// Returns models by assumption.
  private Map<String, Models> treatments() {
    var feature = judge.train(RowEdit.NONE);
    var examples = lived.examples();
    var expected = judge.expected(feature, examples);
    Map<String, Models> treatments = new LinkedHashMap<>();
    treatments.put("position is a feature (the default)", feature);
    treatments.put(IGNORED, train(_ -> true));
    treatments.put("examined by position", train(Examined.byPosition(examples, expected)::keeps));
    treatments.put("examined by cascade", train(Examined.byCascade(examples, expected)::keeps));
    return treatments;
  }

  private Models train(Predicate<Example> kept) {
    UnaryOperator<List<Example>> chosen =
        window -> window.stream().filter(kept).map(PositionStudy::unplaced).toList();
    return judge.train(RowEdit.NONE, chosen);
  }

  private static Example unplaced(Example example) {
    var served = example.served();
    var row = new float[example.featureCount()];
    for (int i = 0; i < row.length; i++) {
      row[i] = example.feature(i);
    }
    return Example.of(
        new Example.Served(
            served.request(),
            served.reader(),
            served.profile(),
            served.item(),
            served.author(),
            served.topic(),
            served.source(),
            Example.UNPLACED,
            served.probability(),
            served.modelVersion(),
            served.at()),
        row,
        example.kinds(),
        example.dwellSeconds(),
        example.weight());
  }

  String table() {
    var treatments = treatments();
    var oracle = judge.values(judge::oracle);
    var chronological = judge.values(judge::chronological);
    var ignored = values(requireNonNull(treatments.get(IGNORED)));
    var table =
        new Table(
            "assumption",
            "value",
            "beside ignoring it, %",
            "way to the oracle, %",
            "pairs in true order, %");
    treatments.forEach(
        (name, models) -> {
          var sums = values(models);
          table.row(
              name,
              Table.interval("%.3f", estimate(s -> s[0] / s[1], sums, judge.counts())),
              Table.interval("%+.1f", estimate(s -> 100 * (s[0] / s[1] - 1), sums, ignored)),
              Table.interval(
                  "%.1f",
                  estimate(s -> 100 * (s[0] - s[1]) / (s[2] - s[1]), sums, chronological, oracle)),
              Table.interval(
                  "%.2f", estimate(s -> 100 * s[0] / s[1], agreeing(models), judge.counts())));
        });
    return table + "\nSessions: " + lived.sessions().size() + "\n";
  }

  private double[] values(Models models) {
    var usual = Ordering.usual(models);
    return judge.values(session -> judge.page(session, usual));
  }

  /// Returns the share of pairs of scored candidates that stand in the order of their true value,
  /// for each user summed over sessions.
  private double[] agreeing(Models models) {
    var sums = new double[lived.settings().users()];
    var usual = new Ordering(models, _ -> true, Integer.MAX_VALUE);
    for (var session : lived.sessions()) {
      double[] values =
          Arrays.stream(judge.order(session, usual))
              .mapToDouble(
                  i -> lived.world().value(session.user(), session.items()[i], session.second()))
              .toArray();
      sums[session.user()] += agreeing(values);
    }
    return sums;
  }

  private static double agreeing(double[] values) {
    long agree = 0;
    long pairs = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        agree += values[i] > values[j] ? 1 : 0;
        pairs++;
      }
    }
    return pairs == 0 ? 1 : (double) agree / pairs;
  }

  private Estimate estimate(ToDoubleFunction<double[]> statistic, double[]... columns) {
    var isMember = new boolean[lived.settings().users()];
    double[] counts = judge.counts();
    for (int user = 0; user < isMember.length; user++) {
      isMember[user] = counts[user] > 0;
    }
    return resamples.estimate(isMember, statistic, columns);
  }
}
