package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Profile;
import java.util.Arrays;

/// Who lives in the world: columns by user, in `[0, size)`.
///
/// Countries hold their exact shares. A community has a home country, and eight of ten people join
/// one at home. How often people come follows a log-normal law with mean 1.
public final class Population {

  private static final int PEOPLE_PER_COMMUNITY = 120;
  private static final double JOINS_AT_HOME = 0.8;
  private static final double ACTIVITY_SPREAD = 0.8;
  private static final double AGE_TOLD = 0.95;

  private final Country[] country;
  private final AgeBand[] age;
  private final Language[] language;
  private final boolean[] readsEnglish;
  private final int[] community;
  private final int communities;
  private final double[] activity;

  private Population(int users, int communities) {
    this.country = new Country[users];
    this.age = new AgeBand[users];
    this.language = new Language[users];
    this.readsEnglish = new boolean[users];
    this.community = new int[users];
    this.communities = communities;
    this.activity = new double[users];
  }

  static Population generate(long seed, int users) {
    var people = new Population(users, Math.max(5, users / PEOPLE_PER_COMMUNITY));
    people.settle(Chance.of(seed, "country"));
    var traits = Chance.of(seed, "traits");
    for (int user = 0; user < users; user++) {
      people.draw(user, traits);
    }
    return people;
  }

  private void settle(Chance chance) {
    int users = size();
    var order = new long[users]; // a shuffle: users sorted by chance, the user in the low bits
    for (int user = 0; user < users; user++) {
      order[user] = (chance.bits(user, 0, 0) & ~0xffff_ffffL) | user;
    }
    Arrays.sort(order);
    for (int place = 0; place < users; place++) {
      country[(int) order[place]] = Country.at((place + 0.5) / users);
    }
  }

  private void draw(int user, Chance chance) {
    var home = country[user];
    language[user] = home.language(chance.uniform(user, 1, 0));
    readsEnglish[user] =
        language[user] == Language.EN || chance.happens(home.readsEnglish(), user, 2, 0);
    age[user] =
        chance.happens(AGE_TOLD, user, 3, 0)
            ? AgeBand.values()[1 + chance.below(AgeBand.values().length - 1, user, 4, 0)]
            : AgeBand.UNKNOWN;
    community[user] = join(user, home, chance);
    activity[user] =
        StrictMath.exp(
            ACTIVITY_SPREAD * chance.normal(user, 5, 0) - ACTIVITY_SPREAD * ACTIVITY_SPREAD / 2);
  }

  /// Draws a community: often one at home, each of those alike.
  private int join(int user, Country home, Chance chance) {
    double where = chance.uniform(user, 6, 0);
    if (!chance.happens(JOINS_AT_HOME, user, 7, 0)) {
      return (int) (where * communities);
    }
    int near = (int) (home.place(where) * communities);
    for (int step = 0; step < communities; step++) {
      int candidate = (near + step) % communities;
      if (Country.at((candidate + 0.5) / communities) == home) {
        return candidate;
      }
    }
    return near; // a world so small that the country has no community
  }

  /// Returns how many people there are.
  public int size() {
    return country.length;
  }

  /// Returns where a user lives.
  public Country country(int user) {
    return country[user];
  }

  /// Returns the language in which a user writes and best reads.
  public Language language(int user) {
    return language[user];
  }

  /// Returns whether a user reads English, be it their own language or not.
  public boolean readsEnglish(int user) {
    return readsEnglish[user];
  }

  /// Returns the age band that a user tells.
  public AgeBand age(int user) {
    return age[user];
  }

  /// Returns the community of a user, in `[0, communities)`.
  public int community(int user) {
    return community[user];
  }

  /// Returns how many communities there are.
  public int communities() {
    return communities;
  }

  /// Returns how often a user comes, relative to the mean.
  public double activity(int user) {
    return activity[user];
  }

  /// Returns what a user tells a service.
  public Profile profile(int user) {
    return new Profile(age[user], country[user].name(), language[user].code());
  }

  /// Returns which users live in a country.
  public boolean[] inhabitants(Country where) {
    var inside = new boolean[size()];
    for (int user = 0; user < size(); user++) {
      inside[user] = country[user] == where;
    }
    return inside;
  }
}
