package dev.roost.simulator.data;

import dev.roost.model.domain.UserId;
import dev.roost.model.offpolicy.LoggedRow;
import dev.roost.model.offpolicy.ModelledRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What one policy of the Open Bandit Dataset showed, one item a row, and whether it was clicked.
///
/// Nobody is named: readers of equal features count as one, which is safe, as it only widens
/// intervals. Source: Saito, Aihara, Matsutani and Narita, [Open Bandit Dataset and
/// Pipeline](https://doi.org/10.48550/arXiv.2008.07146), 2020.
final class OpenBanditLog {

  private static final String CLICK = "click";
  private static final String PROPENSITY = "propensity_score";
  private static final Table TABLE =
      new Table(',', List.of("item_id", "position", CLICK, PROPENSITY), List.of(), true);

  /// Rows that the prior of a click rate weighs.
  private static final double PRIOR = 200;

  /// An item at a place of the page.
  private record Shown(int item, int position) {}

  private record Impression(UserId reader, Shown shown, int click, double propensity) {}

  private final List<Impression> impressions = new ArrayList<>();
  private final Map<List<String>, UserId> readers = new HashMap<>();
  private final Map<Shown, Integer> times = new HashMap<>();

  private OpenBanditLog() {}

  /// Reads the log of a policy and a campaign, such as `random_men`.
  static OpenBanditLog read(Path folder, String name) {
    var log = new OpenBanditLog();
    var problems = new Problems();
    TABLE.read(Table.find(folder, name + ".csv", problems), problems, log::add);
    problems.requireAtMost(0);
    return log;
  }

  private void add(Row row) {
    var features = IntStream.range(0, 4).mapToObj(i -> row.present("user_feature_" + i)).toList();
    var reader = readers.computeIfAbsent(features, _ -> new UserId(readers.size()));
    var shown = new Shown((int) row.whole("item_id", 0, 79), (int) row.whole("position", 1, 3));
    int click = (int) row.whole(CLICK, 0, 1);
    double propensity = Double.parseDouble(row.present(PROPENSITY));
    impressions.add(new Impression(reader, shown, click, propensity));
    times.merge(shown, 1, Integer::sum);
  }

  int size() {
    return impressions.size();
  }

  double clickRate() {
    return impressions.stream().mapToInt(Impression::click).average().orElseThrow();
  }

  /// Returns the rows as evidence for the policy of another log, with click rates of items, learned
  /// from the other half of the readers, as model.
  List<ModelledRow> asEvidenceFor(OpenBanditLog other) {
    var targets = other.policy();
    var models = List.of(clickRates(r -> r.value() % 2 == 1), clickRates(r -> r.value() % 2 == 0));
    return impressions.stream()
        .map(
            row -> {
              var model = models.get((int) (row.reader.value() % 2));
              double target = targets.getOrDefault(row.shown, 0.0);
              return new ModelledRow(
                  new LoggedRow(row.reader, row.click, row.propensity, target),
                  model[row.shown.item],
                  expected(targets, row.shown.position, model));
            })
        .toList();
  }

  private static double expected(Map<Shown, Double> targets, int position, double[] model) {
    return IntStream.range(0, model.length)
        .mapToDouble(item -> targets.getOrDefault(new Shown(item, position), 0.0) * model[item])
        .sum();
  }

  /// Returns the probabilities of items at each place: of a uniform policy as logged, of one that
  /// learned all the while its mean over the time of the log, estimated by the share of rows.
  private Map<Shown, Double> policy() {
    double first = impressions.getFirst().propensity;
    boolean uniform = impressions.stream().allMatch(row -> row.propensity == first);
    var atPosition = new int[4];
    times.forEach((shown, count) -> atPosition[shown.position] += count);
    var policy = new HashMap<Shown, Double>();
    times.forEach(
        (shown, n) -> policy.put(shown, uniform ? first : (double) n / atPosition[shown.position]));
    return policy;
  }

  private double[] clickRates(Predicate<UserId> among) {
    var clicks = new double[80];
    var shown = new double[80];
    for (var row : impressions) {
      if (among.test(row.reader)) {
        clicks[row.shown.item] += row.click;
        shown[row.shown.item]++;
      }
    }
    double prior = clickRate();
    return IntStream.range(0, clicks.length)
        .mapToDouble(item -> (clicks[item] + PRIOR * prior) / (shown[item] + PRIOR))
        .toArray();
  }
}
