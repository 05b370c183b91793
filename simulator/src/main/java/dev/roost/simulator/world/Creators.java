package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import java.util.Arrays;

/// Who writes, how often, about what and how well: a tenth of all people.
///
/// Cadence and fame follow Pareto laws, so that few write or are followed very much. Fame and charm
/// go together. A niche is one to three topics, those that the creator likes more often.
public final class Creators {

  private static final double SHARE = 0.1;
  private static final double POSTS_PER_USER_AND_DAY = 0.12;
  private static final double CADENCE_TAIL = 1.4;
  private static final double FAME_TAIL = 1.15;
  private static final double BUSIEST_PER_DAY = 24;
  private static final int NICHE = 3;

  private final int[] users;
  private final double[] postsPerDay;
  private final double[] fame;
  private final double[] charm;
  private final int[] niche; // NICHE entries a creator; a narrower one repeats topics

  private Creators(int[] users) {
    this.users = users;
    this.postsPerDay = new double[users.length];
    this.fame = new double[users.length];
    this.charm = new double[users.length];
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
    creators.scale(POSTS_PER_USER_AND_DAY * people.size());
    return creators;
  }

  private void draw(int creator, Chance chance, Tastes tastes) {
    int user = users[creator];
    postsPerDay[creator] =
        Math.min(30, StrictMath.pow(1 - chance.uniform(user, 1, 0), -1 / CADENCE_TAIL));
    double rank = 1 - chance.uniform(user, 2, 0);
    fame[creator] = StrictMath.pow(rank, -1 / FAME_TAIL);
    charm[creator] = 0.5 * (-StrictMath.log(rank) - 1) + 0.7 * chance.normal(user, 3, 0);
    int width = 1 + chance.below(NICHE, user, 4, 0);
    for (int i = 0; i < NICHE; i++) {
      niche[creator * NICHE + i] = liked(user, i % width, chance, tastes);
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

  int nicheTopic(int creator, double uniform) {
    return niche[creator * NICHE + (int) (uniform * NICHE)];
  }
}
