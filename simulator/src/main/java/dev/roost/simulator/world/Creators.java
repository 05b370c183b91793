package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Who writes, how often, about what and how well: a tenth of all people.
///
/// Cadence and fame follow Pareto laws, so that few write or are followed very much. Fame and charm
/// go together. A niche is one to three topics: a main one, evenly spread over the creators of a
/// country, and others that the creator likes; three posts of ten are about anything.
public final class Creators {

  private static final double SHARE = 0.1;
  private static final double POSTS_PER_USER_AND_DAY = 0.12;
  private static final double CADENCE_TAIL = 1.7;
  private static final double FAME_TAIL = 1.15;
  private static final double BUSIEST_PER_DAY = 24;
  private static final int NICHE = 3;
  private static final double OFF_NICHE = 0.3;

  private final int[] users;
  private final double[] postsPerDay;
  private final double[] fame;
  private final double[] charm;
  private final int[] breadth;
  private final int[] niche; // NICHE entries a creator, of which the first `breadth` count

  private Creators(int[] users) {
    this.users = users;
    this.postsPerDay = new double[users.length];
    this.fame = new double[users.length];
    this.charm = new double[users.length];
    this.breadth = new int[users.length];
    this.niche = new int[users.length * NICHE];
  }

  static Creators generate(long seed, Population people, Tastes tastes) {
    var chance = Chance.of(seed, "creators");
    var chosen = new int[people.size()];
    int count = 0;
    for (int user = 0; user < people.size(); user++) {
      if (chance.happens(SHARE, user, 0, 0)) {
        chosen[count++] = user;
      }
    }
    if (count == 0) {
      chosen[count++] = 0;
    }
    var creators = new Creators(Arrays.copyOf(chosen, count));
    for (int creator = 0; creator < count; creator++) {
      creators.draw(creator, chance, tastes);
    }
    creators.spread(people, Chance.of(seed, "niches"));
    creators.scale(POSTS_PER_USER_AND_DAY * people.size());
    return creators;
  }

  private void draw(int creator, Chance chance, Tastes tastes) {
    int user = users[creator];
    postsPerDay[creator] =
        Math.min(30, StrictMath.pow(1 - chance.uniform(user, 1, 0), -1 / CADENCE_TAIL));
    double rank = 1 - chance.uniform(user, 2, 0);
    fame[creator] = StrictMath.pow(rank, -1 / FAME_TAIL);
    charm[creator] = 0.3 * (-StrictMath.log(rank) - 1) + 0.8 * chance.normal(user, 3, 0);
    int width = 1 + chance.below(NICHE, user, 4, 0);
    breadth[creator] = width;
    for (int nth = 1; nth < NICHE; nth++) {
      niche[creator * NICHE + nth] = liked(user, nth, chance, tastes);
    }
  }

  /// Draws a topic with probability in proportion to `exp(taste / 2)` (the Gumbel-max trick).
  private static int liked(int user, int nth, Chance chance, Tastes tastes) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int topic = 0; topic < Topics.COUNT; topic++) {
      double gumbel = -StrictMath.log(chance.exponential(user, 10 + nth, topic));
      double score = tastes.of(user, topic) / 2 + gumbel;
      if (score > most) {
        most = score;
        best = topic;
      }
    }
    return best;
  }

  /// Gives the creators of each country main topics in turn, from the most to the least
  /// influential, so that every language has something of every topic.
  private void spread(Population people, Chance chance) {
    Integer[] byInfluence =
        IntStream.range(0, users.length)
            .boxed()
            .sorted(Comparator.comparingDouble(this::influence).reversed())
            .toArray(Integer[]::new);
    var next = new int[Country.values().length];
    for (int creator : byInfluence) {
      int country = people.country(users[creator]).ordinal();
      int round = next[country] / Topics.COUNT;
      int[] order = Topics.shuffled(chance, 1000L * country + round);
      niche[creator * NICHE] = order[next[country]++ % Topics.COUNT];
    }
  }

  private double influence(int creator) {
    return StrictMath.log(postsPerDay[creator]) + charm[creator];
  }

  private void scale(double total) {
    double sum = 0;
    for (double rate : postsPerDay) {
      sum += rate;
    }
    for (int creator = 0; creator < postsPerDay.length; creator++) {
      postsPerDay[creator] = Math.min(BUSIEST_PER_DAY, postsPerDay[creator] * total / sum);
    }
  }

  /// Returns how many creators there are.
  public int count() {
    return users.length;
  }

  /// Returns which user a creator is; ascending.
  public int user(int creator) {
    return users[creator];
  }

  double postsPerDay(int creator) {
    return postsPerDay[creator];
  }

  double fame(int creator) {
    return fame[creator];
  }

  double charm(int creator) {
    return charm[creator];
  }

  /// Returns what a creator's next post is about: mostly something of the niche.
  int topic(int creator, double uniform) {
    if (uniform < OFF_NICHE) {
      return (int) (uniform / OFF_NICHE * Topics.COUNT);
    }
    int nth = (int) ((uniform - OFF_NICHE) / (1 - OFF_NICHE) * breadth[creator]);
    return niche[creator * NICHE + Math.min(nth, breadth[creator] - 1)]; // rounding may reach it
  }
}
