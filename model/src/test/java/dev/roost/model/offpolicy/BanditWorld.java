package dev.roost.model.offpolicy;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.UserId;
import dev.roost.model.metric.MeanInterval;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Readers of four kinds who are shown one of five things several times each, and like some.
///
/// Each reader has a mood that moves all their rewards alike, so rows of one reader depend on each
/// other, and the value of a policy is that of the mean mood.
final class BanditWorld {

  static final int KINDS = 4;
  static final int THINGS = 5;

  private final Chance chance;
  private final int readers;

  BanditWorld(long seed, int readers) {
    this.chance = Chance.of(seed, "bandit");
    this.readers = readers;
  }

  /// Returns the mean reward of a thing for a kind of reader.
  static double liking(int kind, int thing) {
    return 0.2 + 0.1 * ((kind + thing) % THINGS);
  }

  /// Returns the probability with which the logging policy shows a thing.
  static double logging(int kind, int thing) {
    return thing == kind ? 0.4 : 0.15;
  }

  /// Returns the probability with which the policy in question shows it.
  static double target(int kind, int thing) {
    return (kind + thing) % THINGS == 4 ? 0.6 : 0.1;
  }

  /// Returns the mean over what the policy in question shows to a kind of reader.
  static double ofTarget(int kind, Reward reward) {
    return IntStream.range(0, THINGS).mapToDouble(t -> target(kind, t) * reward.of(kind, t)).sum();
  }

  /// Returns the true value of the policy in question: kinds are equally frequent.
  static double truth() {
    return IntStream.range(0, KINDS)
        .mapToDouble(kind -> ofTarget(kind, BanditWorld::liking))
        .average()
        .orElseThrow();
  }

  /// What is expected of a thing for a kind of reader.
  interface Reward {
    double of(int kind, int thing);
  }

  /// Returns the rows with true propensities and a model of the reward.
  List<ModelledRow> rows(Reward model) {
    return rows(model, BanditWorld::logging);
  }

  /// Returns the rows with any propensities written to the log, true or not.
  List<ModelledRow> rows(Reward model, Reward propensity) {
    return IntStream.range(0, readers)
        .boxed()
        .flatMap(r -> IntStream.rangeClosed(0, r % 13).mapToObj(i -> row(r, i, model, propensity)))
        .toList();
  }

  private ModelledRow row(int reader, int index, Reward model, Reward propensity) {
    int kind = chance.below(KINDS, reader, index, 0);
    int thing = drawn(kind, chance.uniform(reader, index, 1));
    double mood = chance.happens(0.5, reader, 0, 2) ? 0.2 : -0.2;
    boolean liked = chance.happens(liking(kind, thing) + mood, reader, index, 3);
    var logged =
        new LoggedRow(
            new UserId(reader), liked ? 1 : 0, propensity.of(kind, thing), target(kind, thing));
    return new ModelledRow(logged, model.of(kind, thing), ofTarget(kind, model));
  }

  private static int drawn(int kind, double uniform) {
    double below = 0;
    for (int thing = 0; thing < THINGS - 1; thing++) {
      below += logging(kind, thing);
      if (uniform < below) {
        return thing;
      }
    }
    return THINGS - 1;
  }

  /// Returns the share of seeds whose interval holds the truth.
  static double coverage(
      int seeds, Reward model, Reward propensity, Function<List<ModelledRow>, MeanInterval> value) {
    return IntStream.range(0, seeds)
            .filter(
                seed ->
                    value.apply(new BanditWorld(seed, 500).rows(model, propensity)).holds(truth()))
            .count()
        / (double) seeds;
  }
}
