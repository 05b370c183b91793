package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.world.Tastes;
import dev.roost.simulator.world.Topics;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Which topics change places for whom.
///
/// The topics are ordered by what a group feels for them on average. The outermost pairs swap, as
/// many as a dial says; a fraction of a pair swaps for that fraction of the people.
final class TopicSwaps {

  /// The dial at which all topics swap.
  static final int MOST_PAIRS = Topics.COUNT / 2;

  private final int[] order; // topics, least liked first
  private final Chance chance;

  private TopicSwaps(int[] order, Chance chance) {
    this.order = order;
    this.chance = chance;
  }

  /// Returns the swaps of a group as it feels now.
  ///
  /// @param isMember shape `[users]`
  static TopicSwaps of(Tastes tastes, boolean[] isMember, Chance chance) {
    var sum = new double[Topics.COUNT]; // the order of sums is that of means
    for (int user = 0; user < isMember.length; user++) {
      for (int topic = 0; isMember[user] && topic < Topics.COUNT; topic++) {
        sum[topic] += tastes.of(user, topic);
      }
    }
    int[] order =
        IntStream.range(0, Topics.COUNT)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer topic) -> sum[topic]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new TopicSwaps(order, chance);
  }

  /// Swaps the topics of one user. Doing it twice undoes it.
  ///
  /// @param dial how many pairs, in `[0, MOST_PAIRS]`
  void swap(Tastes tastes, int user, double dial) {
    int[] from = IntStream.range(0, Topics.COUNT).toArray();
    for (int pair = 0; pair < MOST_PAIRS; pair++) {
      if (chance.happens(dial - pair, user, pair, 0)) {
        int least = order[pair];
        int most = order[Topics.COUNT - 1 - pair];
        from[least] = most;
        from[most] = least;
      }
    }
    tastes.permute(user, from);
  }
}
