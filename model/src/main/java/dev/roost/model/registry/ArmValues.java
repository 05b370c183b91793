package dev.roost.model.registry;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.learn.Example;
import dev.roost.model.metric.ReaderTotals;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.ValueFunction;
import dev.roost.model.registry.Evidence.Measure;
import java.util.List;

/// Engagement values of a canary's readers and of the others, at the same time.
final class ArmValues {

  private static final int RESAMPLES = 400; // two bounds to two digits; looked at again and again
  private static final Chance CHANCE = Chance.of(0, "arm values");

  private final ValueFunction function;
  private final ReaderTotals canary = new ReaderTotals(List.of("value", "weight"));
  private final ReaderTotals others = new ReaderTotals(List.of("value", "weight"));

  /// @param function what engagement is worth; also judges what happened
  ArmValues(ValueFunction function) {
    this.function = function;
  }

  void add(Example example, boolean byCanary) {
    double value = function.of(outcome(example), 0);
    (byCanary ? canary : others)
        .add(example.served().reader(), example.weight() * value, example.weight());
  }

  /// Returns what happened in the form of what is foretold: 1 for what did.
  private static double[] outcome(Example example) {
    var outcome = new double[Head.COUNT];
    for (var head : Head.values()) {
      outcome[head.ordinal()] =
          switch (head) {
            case POSITIVE -> one(example.isPositive());
            case CLICK -> one(example.has(EngagementKind.CLICK));
            case LIKE -> one(example.has(EngagementKind.LIKE));
            case SHARE -> one(example.has(EngagementKind.SHARE));
            case COMMENT -> one(example.has(EngagementKind.COMMENT));
            case HIDE ->
                one(example.has(EngagementKind.HIDE) || example.has(EngagementKind.REPORT));
            case DWELL -> example.dwellSeconds();
          };
    }
    return outcome;
  }

  private static double one(boolean happened) {
    return happened ? 1 : 0;
  }

  Evidence evidence() {
    if (canary.readers() == 0 || others.readers() == 0) {
      return new Evidence(
          Measure.VALUE,
          canary.events(),
          canary.readers(),
          others.events(),
          others.readers(),
          0,
          0,
          0,
          0,
          0);
    }
    var worse = others.above(canary, "value", "weight", RESAMPLES, CHANCE).orElseThrow();
    return new Evidence(
        Measure.VALUE,
        canary.events(),
        canary.readers(),
        others.events(),
        others.readers(),
        canary.ratio("value", "weight").orElseThrow(),
        others.ratio("value", "weight").orElseThrow(),
        worse.mean(),
        worse.low(),
        worse.high());
  }
}
