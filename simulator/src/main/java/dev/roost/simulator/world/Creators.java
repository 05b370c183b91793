package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Who writes, how often, about what and how well.
///
/// Cadence and fame follow Pareto laws, so that few write or are followed very much. Fame and charm
/// go together. A niche is one to three topics: a main one, evenly spread over the creators of a
/// country, and others that the creator likes; some posts are about what is in the air.
public final class Creators {

  private static final int NICHE = 3;
  private static final double MOST_BEFORE_SCALING = 30;

  private final CreatorSettings settings;
  private final int[] users;
  private final int settled;
  private final double[] postsPerDay;
  private final double[] fame;
  private final double[] charm;
  private final boolean[] advertises;
  private final int[] breadth;
  private final int[] niche; // NICHE entries a creator, of which the first `breadth` count

  private Creators(CreatorSettings settings, int[] users, int peopleSettled) {
    this.settings = settings;
    this.users = users;
    int first = Arrays.binarySearch(users, peopleSettled);
    this.settled = first < 0 ? ~first : first;
    this.advertises = new boolean[users.length];
    this.postsPerDay = new double[users.length];
    this.fame = new double[users.length];
    this.charm = new double[users.length];
    this.breadth = new int[users.length];
    this.niche = new int[users.length * NICHE];
  }

  static Creators generate(WorldSettings world, Population people, Tastes tastes) {
    long seed = world.seed();
    var settings = world.shape().creators();
    var chance = Chance.of(seed, "creators");
    var chosen = new int[people.size()];
    int count = 0;
    for (int user = 0; user < people.size(); user++) {
      if (!people.census().isBot(user) && chance.happens(settings.share(), user, 0, 0)) {
        chosen[count++] = user;
      }
    }
    if (count == 0 || chosen[0] >= people.census().settled()) { // somebody writes from the start
      System.arraycopy(chosen, 0, chosen, 1, count++);
      chosen[0] = 0;
    }
    var creators = new Creators(settings, Arrays.copyOf(chosen, count), people.census().settled());
    for (int creator = 0; creator < count; creator++) {
      creators.draw(creator, chance, tastes);
    }
    creators.spread(people, Chance.of(seed, "niches"));
    creators.scale(people.census().settled());
    return creators;
  }

  private void draw(int creator, Chance chance, Tastes tastes) {
    int user = users[creator];
    postsPerDay[creator] =
        Math.min(
            MOST_BEFORE_SCALING,
            StrictMath.pow(1 - chance.uniform(user, 1, 0), -1 / settings.cadenceTail()));
    double rank = 1 - chance.uniform(user, 2, 0);
    fame[creator] = StrictMath.pow(rank, -1 / settings.fameTail());
    charm[creator] = 0.3 * (-StrictMath.log(rank) - 1) + 0.8 * chance.normal(user, 3, 0);
    advertises[creator] = chance.happens(settings.advertisers(), user, 5, 0);
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
    for (int topic = 0; topic < Topics.ESTABLISHED; topic++) {
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
      int round = next[country] / Topics.ESTABLISHED;
      int[] order = Topics.shuffled(chance, 1000L * country + round);
      niche[creator * NICHE] = order[next[country]++ % Topics.ESTABLISHED];
    }
  }

  private double influence(int creator) {
    return StrictMath.log(postsPerDay[creator]) + charm[creator];
  }

  /// Scales the cadences so that those of the start write as much as they shall.
  private void scale(int settled) {
    double sum = 0;
    for (int creator = 0; creator < users.length; creator++) {
      sum += users[creator] < settled ? postsPerDay[creator] : 0;
    }
    double factor = settings.postsPerUser() * settled / sum;
    for (int creator = 0; creator < postsPerDay.length; creator++) {
      postsPerDay[creator] = Math.min(settings.busiest(), postsPerDay[creator] * factor);
    }
  }

  /// Returns how many creators there are.
  public int count() {
    return users.length;
  }

  /// Returns how many of them are there from the start; these come first.
  public int settled() {
    return settled;
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

  boolean advertises(int creator) {
    return advertises[creator];
  }

  /// Returns what a creator's next post is about: mostly something of the niche, or else what is in
  /// the air.
  int topic(int creator, double uniform, Tides tides, int tick) {
    double off = settings.offNiche();
    if (uniform < off) {
      return tides.topic(uniform / off, tick);
    }
    int nth = (int) ((uniform - off) / (1 - off) * breadth[creator]);
    return niche[creator * NICHE + Math.min(nth, breadth[creator] - 1)]; // rounding may reach it
  }
}
