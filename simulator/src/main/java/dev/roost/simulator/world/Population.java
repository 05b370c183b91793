package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Profile;
import java.util.Arrays;

/// Who lives in the world: columns by user, in `[0, size)`.
///
/// Among those of the start, countries hold their exact shares. A community has a home country, and
/// most people join one at home. How often people come follows a log-normal law with mean 1. Who
/// joins later has their number from the start.
public final class Population {

  private final Census census;
  private final PeopleSettings settings;
  private final Country[] country;
  private final AgeBand[] age;
  private final Language[] language;
  private final Device[] device;
  private final boolean[] readsEnglish;
  private final int[] community;
  private final int communities;
  private final float[] activity;

  private Population(Census census, PeopleSettings settings) {
    int all = census.all();
    this.census = census;
    this.settings = settings;
    this.country = new Country[all];
    this.age = new AgeBand[all];
    this.language = new Language[all];
    this.device = new Device[all];
    this.readsEnglish = new boolean[all];
    this.community = new int[all];
    this.communities = Math.max(5, (int) (census.settled() / settings.perCommunity()));
    this.activity = new float[all];
  }

  static Population generate(WorldSettings world) {
    var people = new Population(world.census(), world.shape().people());
    people.settle(Chance.of(world.seed(), "country"));
    var traits = Chance.of(world.seed(), "traits");
    double spread = world.shape().sessions().activitySpread();
    for (int user = 0; user < people.size(); user++) {
      people.draw(user, spread, traits);
    }
    return people;
  }

  private void settle(Chance chance) {
    int users = census.settled();
    var order = new long[users]; // a shuffle: users sorted by chance, the user in the low bits
    for (int user = 0; user < users; user++) {
      order[user] = (chance.bits(user, 0, 0) & ~0xffff_ffffL) | user;
    }
    Arrays.sort(order);
    for (int place = 0; place < users; place++) {
      country[(int) order[place]] = Country.at((place + 0.5) / users);
    }
    for (int user = users; user < size(); user++) {
      country[user] = Country.at(chance.uniform(user, 0, 0));
    }
  }

  private void draw(int user, double spread, Chance chance) {
    var home = country[user];
    language[user] = home.language(chance.uniform(user, 1, 0));
    readsEnglish[user] =
        language[user] == Language.EN || chance.happens(home.readsEnglish(), user, 2, 0);
    age[user] =
        chance.happens(settings.ageTold(), user, 3, 0)
            ? AgeBand.values()[1 + chance.below(AgeBand.values().length - 1, user, 4, 0)]
            : AgeBand.UNKNOWN;
    community[user] = join(user, home, chance);
    activity[user] =
        (float) StrictMath.exp(spread * chance.normal(user, 5, 0) - spread * spread / 2);
    device[user] = Device.at(chance.uniform(user, 8, 0));
  }

  /// Draws a community: often one at home, each of those alike.
  private int join(int user, Country home, Chance chance) {
    double where = chance.uniform(user, 6, 0);
    if (!chance.happens(settings.joinsAtHome(), user, 7, 0)) {
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

  /// Returns how many people there are, with those who join later and accounts of nobody.
  public int size() {
    return country.length;
  }

  /// Returns how they are numbered.
  public Census census() {
    return census;
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

  /// Returns what a user reads with.
  public Device device(int user) {
    return device[user];
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

  /// Returns which users live in a country; shape `[size]`, fresh.
  public boolean[] inhabitants(Country where) {
    var inside = new boolean[size()];
    for (int user = 0; user < size(); user++) {
      inside[user] = country[user] == where;
    }
    return inside;
  }
}
