package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.world.Tastes;
import dev.roost.simulator.world.Topics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which topics change places for whom.
///
/// The topics are ordered by what a group feels for them on average. One of the upper half swaps
/// with one of the lower half of which there is about as much to read, so that the best possible
/// feeds stay as good as they were: the change is what people want, not what they can get. Pairs
/// furthest apart swap first, as many as a dial says; a fraction of a pair swaps for that fraction
/// of the people.
final class TopicSwaps {

  /// The dial at which all topics swap.
  static final int MOST_PAIRS = Topics.ESTABLISHED / 2;

  private record Pair(int liked, int disliked, double apart) {}

  private final Pair[] pairs;
  private final Chance chance;

  private TopicSwaps(Pair[] pairs, Chance chance) {
    this.pairs = pairs;
    this.chance = chance;
  }

  /// Returns the swaps of a group as it feels now.
  ///
  /// @param isMember shape `[users]`
  /// @param supply shape `[topics]`, how much there is of each
  static TopicSwaps of(Tastes tastes, boolean[] isMember, double[] supply, Chance chance) {
    double[] liking = liking(tastes, isMember);
    Integer[] order = sorted(IntStream.range(0, Topics.ESTABLISHED), liking);
    Integer[] disliked = sorted(IntStream.range(0, MOST_PAIRS).map(i -> order[i]), supply);
    Integer[] liked =
        sorted(IntStream.range(MOST_PAIRS, Topics.ESTABLISHED).map(i -> order[i]), supply);
    var pairs = new Pair[MOST_PAIRS];
    for (int i = 0; i < MOST_PAIRS; i++) {
      pairs[i] = new Pair(liked[i], disliked[i], liking[liked[i]] - liking[disliked[i]]);
    }
    Arrays.sort(pairs, Comparator.comparingDouble(Pair::apart).reversed());
    return new TopicSwaps(pairs, chance);
  }

  private static double[] liking(Tastes tastes, boolean[] isMember) {
    var sum = new double[Topics.COUNT]; // the order of sums is that of means
    for (int user = 0; user < isMember.length; user++) {
      for (int topic = 0; isMember[user] && topic < Topics.COUNT; topic++) {
        sum[topic] += tastes.of(user, topic);
      }
    }
    return sum;
  }

  private static Integer[] sorted(IntStream topics, double[] by) {
    return topics
        .boxed()
        .sorted(Comparator.comparingDouble((Integer topic) -> by[topic]))
        .toArray(Integer[]::new);
  }

  /// Swaps the topics of one user. Doing it twice undoes it.
  ///
  /// @param dial how many pairs, in `[0, MOST_PAIRS]`
  void swap(Tastes tastes, int user, double dial) {
    int[] from = IntStream.range(0, Topics.COUNT).toArray();
    for (int i = 0; i < MOST_PAIRS; i++) {
      if (chance.happens(dial - i, user, i, 0)) {
        from[pairs[i].disliked()] = pairs[i].liked();
        from[pairs[i].liked()] = pairs[i].disliked();
      }
    }
    tastes.permute(user, from);
  }
}
