package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;

/// What people like now: a matrix users × topics, about standard normal in each cell.
///
/// A taste is the sum of a part of the country, of the community, of the age band and of one's own.
/// Each country spreads its liking evenly over the topics, in an order of its own, so that no
/// country is pickier than another; the other parts are normal.
///
/// It changes between the phases of a tick: by drift; by a slow random walk, whose steps are made
/// up for when somebody reads; and by what is shown, since who clicks a topic comes to like it
/// more.
public final class Tastes {

  private final TasteSettings settings;
  private final float[] cells;
  private final int[] walkedUntil; // day, by user
  private final Fate fate;

  private Tastes(WorldSettings world, int users) {
    this.settings = world.shape().taste();
    this.cells = new float[users * Topics.COUNT];
    this.walkedUntil = new int[users];
    this.fate = world.fate("walk of taste");
  }

  static Tastes generate(WorldSettings world, Population people) {
    var tastes = new Tastes(world, people.size());
    long seed = world.seed();
    var parts = world.shape().taste();
    double[][] country = ofCountries(Chance.of(seed, "taste of country"));
    var community = Chance.of(seed, "taste of community");
    var age = Chance.of(seed, "taste of age");
    var own = Chance.of(seed, "taste of one's own");
    for (int user = 0; user < people.size(); user++) {
      for (int topic = 0; topic < Topics.COUNT; topic++) {
        tastes.cells[user * Topics.COUNT + topic] =
            (float)
                (parts.country() * country[people.country(user).ordinal()][topic]
                    + parts.community() * community.normal(people.community(user), topic, 0)
                    + parts.age() * age.normal(people.age(user).ordinal(), topic, 0)
                    + parts.own() * own.normal(user, topic, 0));
      }
    }
    return tastes;
  }

  /// Draws an order of the established topics for each country and gives them evenly spread values
  /// of mean 0 and variance 1 in that order; all others have 0.
  private static double[][] ofCountries(Chance chance) {
    var liking = new double[Country.values().length][Topics.COUNT];
    double deviation = Math.sqrt((Topics.ESTABLISHED * Topics.ESTABLISHED - 1) / 12.0);
    for (int country = 0; country < liking.length; country++) {
      int[] order = Topics.shuffled(chance, country);
      for (int rank = 0; rank < Topics.ESTABLISHED; rank++) {
        liking[country][order[rank]] = (rank - (Topics.ESTABLISHED - 1) / 2.0) / deviation;
      }
    }
    return liking;
  }

  /// Returns how much a user likes a topic.
  public double of(int user, int topic) {
    return cells[user * Topics.COUNT + topic];
  }

  /// Lets a reader's taste make the steps that are due by a tick.
  void walk(int user, int tick, int day) {
    int days = day - walkedUntil[user];
    if (days == 0 || settings.walk() == 0) {
      return;
    }
    walkedUntil[user] = day;
    double step = settings.walk() * Math.sqrt(days);
    for (int topic = 0; topic < Topics.COUNT; topic++) {
      cells[user * Topics.COUNT + topic] += (float) (step * fate.at(tick).normal(user, day, topic));
    }
  }

  /// Notes that a reader clicked something of a topic.
  void click(int user, int topic) {
    cells[user * Topics.COUNT + topic] += (float) settings.exposure();
  }

  /// Gives a user new tastes: what they felt for `from[topic]` they now feel for `topic`.
  ///
  /// @param from shape `[topics]`, a permutation
  public void permute(int user, int[] from) {
    int row = user * Topics.COUNT;
    var before = new float[Topics.COUNT];
    System.arraycopy(cells, row, before, 0, Topics.COUNT);
    for (int topic = 0; topic < Topics.COUNT; topic++) {
      cells[row + topic] = before[from[topic]];
    }
  }
}
