package dev.roost.model.train;

import dev.roost.model.chance.Chance;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The examples of a span of time, thinned by chance to a bounded number of each class.
///
/// Whether an example stays is a hash of it: when a class overflows, its threshold halves, so what
/// is left is an even sample of the span, whatever the order of arrival. When three quarters of a
/// class have aged away, the threshold doubles for what comes. How many an example stands for goes
/// into its weight. Memory: as many examples as the caps say.
public final class TrainingWindow {

  private static final Comparator<Example> BY_TIME =
      Comparator.comparing((Example example) -> example.served().at())
          .thenComparing(example -> example.served().request())
          .thenComparing(example -> example.served().item());

  private final Chance chance;
  private final Duration span;
  private final Stratum positives;
  private final Stratum negatives;
  private Instant newest = Instant.MIN;

  /// Returns an empty window.
  ///
  /// @param mostPositives kept; at least 0
  /// @param mostNegatives kept; at least 0
  /// @param span of time kept, above zero
  public TrainingWindow(int mostPositives, int mostNegatives, Duration span, long seed) {
    if (mostPositives < 0 || mostNegatives < 0 || !span.isPositive()) {
      throw new IllegalArgumentException(
          "no window: " + mostPositives + ", " + mostNegatives + ", " + span);
    }
    this.span = span;
    chance = Chance.of(seed, "training window");
    positives = new Stratum(mostPositives);
    negatives = new Stratum(mostNegatives);
  }

  /// Adds an example; one older than the span before the newest is forgotten at once.
  public void add(Example example) {
    var served = example.served();
    newest = newest.isAfter(served.at()) ? newest : served.at();
    if (served.at().isBefore(newest.minus(span))) {
      return;
    }
    double draw =
        chance.uniform(served.request().value(), served.item().value(), served.reader().value());
    (example.isPositive() ? positives : negatives).add(example, draw);
  }

  /// Forgets what is older than the span before `now`.
  public void retire(Instant now) {
    positives.retireBefore(now.minus(span));
    negatives.retireBefore(now.minus(span));
  }

  /// Forgets the examples that are no longer true, if enough others are left.
  ///
  /// @param least examples that must be left; with fewer nothing is forgotten
  /// @return whether they were forgotten
  public boolean forget(Predicate<Example> untrue, int least) {
    int left = size() - positives.count(untrue) - negatives.count(untrue);
    if (left < least) {
      return false;
    }
    positives.kept.removeIf(one -> untrue.test(one.example()));
    negatives.kept.removeIf(one -> untrue.test(one.example()));
    return true;
  }

  /// Returns the examples kept from `since` on, oldest first, with the weights that undo thinning.
  public List<Example> examples(Instant since) {
    var all = new ArrayList<Example>();
    positives.copyTo(all, since);
    negatives.copyTo(all, since);
    all.sort(BY_TIME);
    return all;
  }

  /// Returns how many examples are kept.
  public int size() {
    return positives.kept.size() + negatives.kept.size();
  }

  /// Returns how many positive examples are kept.
  public int positives() {
    return positives.kept.size();
  }

  /// An example, its draw, and the probability with which one like it is still here.
  private record Kept(Example example, double draw, double probability) {}

  private static final class Stratum {

    private final int most;
    private List<Kept> kept = new ArrayList<>();
    private double threshold = 1;

    Stratum(int most) {
      this.most = most;
    }

    void add(Example example, double draw) {
      if (most == 0 || draw >= threshold) {
        return;
      }
      kept.add(new Kept(example, draw, threshold));
      while (kept.size() > most && threshold > Double.MIN_NORMAL) {
        halve();
      }
    }

    int count(Predicate<Example> wanted) {
      return (int) kept.stream().filter(one -> wanted.test(one.example())).count();
    }

    private void halve() {
      threshold /= 2;
      var left = new ArrayList<Kept>();
      for (var one : kept) {
        if (one.draw() < threshold) {
          left.add(new Kept(one.example(), one.draw(), Math.min(one.probability(), threshold)));
        }
      }
      kept = left;
    }

    void retireBefore(Instant horizon) {
      kept.removeIf(one -> one.example().served().at().isBefore(horizon));
      if (kept.size() < most / 4 && threshold < 1) {
        threshold *= 2; // traffic fell: take more of what comes
      }
    }

    void copyTo(List<Example> all, Instant since) {
      for (var one : kept) {
        if (!one.example().served().at().isBefore(since)) {
          all.add(one.example().weighted(1 / one.probability()));
        }
      }
    }
  }
}
