package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;

/// What people like now: a matrix users × topics, about standard normal in each cell.
///
/// A taste is the sum of a part of the country, of the community, of the age band and of one's own.
/// Each country spreads its liking evenly over the topics, in an order of its own, so that no
/// country is pickier than another; the other parts are normal. Only drift changes it, between the
/// phases of a tick.
public final class Tastes {

  private static final double COUNTRY_PART = 0.62;
  private static final double COMMUNITY_PART = 0.45;
  private static final double AGE_PART = 0.25;
  private static final double OWN_PART = 0.59; // the squares add up to 1

  private final double[] cells;

  private Tastes(int users) {
    this.cells = new double[users * Topics.COUNT];
  }

  static Tastes generate(long seed, Population people) {
    var tastes = new Tastes(people.size());
    double[][] country = ofCountries(Chance.of(seed, "taste of country"));
    var community = Chance.of(seed, "taste of community");
    var age = Chance.of(seed, "taste of age");
    var own = Chance.of(seed, "taste of one's own");
    for (int user = 0; user < people.size(); user++) {
      for (int topic = 0; topic < Topics.COUNT; topic++) {
        tastes.cells[user * Topics.COUNT + topic] =
            COUNTRY_PART * country[people.country(user).ordinal()][topic]
                + COMMUNITY_PART * community.normal(people.community(user), topic, 0)
                + AGE_PART * age.normal(people.age(user).ordinal(), topic, 0)
                + OWN_PART * own.normal(user, topic, 0);
      }
    }
    return tastes;
  }

  /// Draws an order of the topics for each country and gives them evenly spread values of mean 0
  /// and variance 1 in that order.
  private static double[][] ofCountries(Chance chance) {
    var liking = new double[Country.values().length][Topics.COUNT];
    double deviation = Math.sqrt((Topics.COUNT * Topics.COUNT - 1) / 12.0);
    for (int country = 0; country < liking.length; country++) {
      int[] order = Topics.shuffled(chance, country);
      for (int rank = 0; rank < Topics.COUNT; rank++) {
        liking[country][order[rank]] = (rank - (Topics.COUNT - 1) / 2.0) / deviation;
      }
    }
    return liking;
  }

  /// Returns how much a user likes a topic.
  public double of(int user, int topic) {
    return cells[user * Topics.COUNT + topic];
  }

  /// Gives a user new tastes: what they felt for `from[topic]` they now feel for `topic`.
  ///
  /// @param from shape `[topics]`, a permutation
  public void permute(int user, int[] from) {
    int row = user * Topics.COUNT;
    var before = new double[Topics.COUNT];
    System.arraycopy(cells, row, before, 0, Topics.COUNT);
    for (int topic = 0; topic < Topics.COUNT; topic++) {
      cells[row + topic] = before[from[topic]];
    }
  }
}
