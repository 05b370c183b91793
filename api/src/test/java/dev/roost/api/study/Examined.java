package dev.roost.api.study;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.RequestId;
import dev.roost.model.learn.Example;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How likely impressions without a click were looked at, by one of two models of examination; an
/// example that stays with this chance is what a reader who looked would have left.
///
/// Thinning the skips corrects learners that know no weights: of those that were looked at, the
/// share that was clicked is then the same at all places.
final class Examined {

  private record Shown(RequestId request, ItemId item) {

    static Shown of(Example example) {
      return new Shown(example.served().request(), example.served().item());
    }
  }

  private static final Chance CHANCE = Chance.of(0, "examined");
  private static final int ROUNDS = 20;

  private final Map<Shown, Double> looked = new HashMap<>(); // skips that are not certain

  private Examined() {}

  /// Returns whether an example is learned from.
  boolean keeps(Example example) {
    var served = example.served();
    return CHANCE.happens(
        looked.getOrDefault(Shown.of(example), 1.0),
        served.request().value(),
        served.item().value(),
        0);
  }

  /// Returns chances that depend on the position alone: clicks there over the clicks that are
  /// expected of its items, relative to the first position.
  ///
  /// Source: Richardson, Dominowska and Ragno, [Predicting
  /// clicks](https://doi.org/10.1145/1242572.1242643), WWW 2007, for the examination hypothesis.
  ///
  /// @param expected click at some fixed place by a model that knows no position
  static Examined byPosition(List<Example> examples, double[] expected) {
    int places = 1 + examples.stream().mapToInt(e -> e.served().position()).max().orElse(0);
    var clicks = new double[places];
    var sums = new double[places];
    for (int i = 0; i < expected.length; i++) {
      int place = examples.get(i).served().position();
      clicks[place] += examples.get(i).isPositive() ? 1 : 0;
      sums[place] += expected[i];
    }
    double scale = clicks[0] / sums[0];
    var examined = new Examined();
    for (int i = 0; i < expected.length; i++) {
      var example = examples.get(i);
      if (!example.isPositive()) {
        int place = example.served().position();
        double looks = Math.min(1, clicks[place] / sums[place] / scale);
        double click = Math.min(0.99, expected[i] * scale);
        examined.looked.put(Shown.of(example), looks * (1 - click) / (1 - looks * click));
      }
    }
    return examined;
  }

  /// Returns chances that depend on the clicks above: everything down to the last click was looked
  /// at, and what follows with the chance that the reader went on.
  ///
  /// Source: Guo, Liu and Wang, [Efficient multiple-click models in web
  /// search](https://doi.org/10.1145/1498759.1498818), WSDM 2009, with one chance to go on for all
  /// positions, fitted by expectation maximisation.
  static Examined byCascade(List<Example> examples, double[] expected) {
    var feeds = feeds(examples);
    double goesOn = 0.5;
    for (int round = 0; round < ROUNDS; round++) {
      double went = 0;
      double clicks = 0;
      for (int[] feed : feeds) {
        int last = last(feed, i -> examples.get(i).isPositive());
        clicks += IntStream.of(feed).filter(i -> examples.get(i).isPositive()).count();
        went +=
            IntStream.of(feed)
                .limit(Math.max(0, last))
                .filter(i -> examples.get(i).isPositive())
                .count();
        went += last < 0 ? 0 : posterior(feed, last, expected, goesOn);
      }
      goesOn = went / clicks;
    }
    var examined = new Examined();
    for (int[] feed : feeds) {
      int last = last(feed, i -> examples.get(i).isPositive());
      for (int place = last + 1; last >= 0 && place < feed.length; place++) {
        examined.looked.put(
            Shown.of(examples.get(feed[place])), posterior(feed, last, expected, goesOn));
      }
    }
    return examined;
  }

  /// Returns the chance that a reader who clicked nothing after `last` went on nevertheless.
  private static double posterior(int[] feed, int last, double[] expected, double goesOn) {
    double nothing = 1;
    for (int place = last + 1; place < feed.length; place++) {
      nothing *= 1 - expected[feed[place]];
    }
    return goesOn * nothing / (1 - goesOn + goesOn * nothing);
  }

  private static int last(int[] feed, Predicate<Integer> isClicked) {
    int last = feed.length - 1;
    while (last >= 0 && !isClicked.test(feed[last])) {
      last--;
    }
    return last;
  }

  /// Returns the examples of each feed, by position.
  private static Collection<int[]> feeds(List<Example> examples) {
    return IntStream.range(0, examples.size())
        .boxed()
        .collect(Collectors.groupingBy(i -> examples.get(i).served().request()))
        .values()
        .stream()
        .map(
            of ->
                of.stream()
                    .sorted(Comparator.comparing(i -> examples.get(i).served().position()))
                    .mapToInt(Integer::intValue)
                    .toArray())
        .sorted(Arrays::compare)
        .toList();
  }
}
