package dev.roost.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.domain.ItemId;
import dev.roost.simulator.scenario.WorldFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WorldTest {

  private static final int USERS = 5_000;
  private static final World WORLD = world(7);

  private static World world(long seed) {
    return world(seed, WorldFile.usual());
  }

  private static World world(long seed, WorldShape shape) {
    var start = Instant.parse("2026-01-05T00:00:00Z");
    var settings = new WorldSettings(seed, USERS, start, 900, shape);
    return World.generate(settings, EngagementWeights.standard());
  }

  @Test
  void countriesHoldTheirExactShares() {
    for (var country : Country.values()) {
      int count = 0;
      for (boolean inside : WORLD.people().inhabitants(country)) {
        count += inside ? 1 : 0;
      }
      assertThat(count).isEqualTo((int) Math.round(USERS * country.share()));
    }
  }

  @Test
  void communitiesGatherCompatriots() {
    var majority = new int[WORLD.people().communities()][Country.values().length];
    for (int user = 0; user < USERS; user++) {
      majority[WORLD.people().community(user)][WORLD.people().country(user).ordinal()]++;
    }
    double atHome = 0;
    for (int[] byCountry : majority) {
      atHome += Arrays.stream(byCountry).max().orElseThrow();
    }
    assertThat(atHome / USERS).isGreaterThan(0.6);
  }

  @Test
  void tastesAreAboutStandardNormalAndSharedWithinACountry() {
    double squares = 0;
    double sharedSquares = 0;
    boolean[] inside = WORLD.people().inhabitants(Country.BR);
    for (int topic = 0; topic < Topics.COUNT; topic++) {
      double sum = 0;
      int count = 0;
      for (int user = 0; user < USERS; user++) {
        squares += WORLD.tastes().of(user, topic) * WORLD.tastes().of(user, topic);
        sum += inside[user] ? WORLD.tastes().of(user, topic) : 0;
        count += inside[user] ? 1 : 0;
      }
      sharedSquares += sum / count * (sum / count);
    }
    assertThat(squares / USERS / Topics.COUNT).isCloseTo(1, within(0.25));
    assertThat(sharedSquares / Topics.COUNT).isBetween(0.15, 0.9);
  }

  @Test
  void fewAreFollowedByVeryMany() {
    int[] followers = WORLD.follows().followers();
    Arrays.sort(followers);
    long all = Arrays.stream(followers).asLongStream().sum();
    long ofTopHundredth = Arrays.stream(followers, USERS - USERS / 100, USERS).asLongStream().sum();

    assertThat((double) all / USERS).isBetween(20.0, 30.0);
    assertThat((double) ofTopHundredth / all).isGreaterThan(0.15);
    assertThat(followers[USERS - 1]).isGreaterThan(40 * (int) (all / USERS));
    assertThat(tailExponent(followers)).isBetween(0.5, 2.0);
  }

  /// Hill's estimate over the two hundred most followed.
  private static double tailExponent(int[] ascending) {
    int count = 200;
    double least = Math.log(ascending[ascending.length - count - 1]);
    double sum = 0;
    for (int nth = 1; nth <= count; nth++) {
      sum += Math.log(ascending[ascending.length - nth]) - least;
    }
    return count / sum;
  }

  @Test
  void nobodyFollowsThemselvesOrAnybodyTwice() {
    var follows = WORLD.follows();
    for (int edge = 0; edge < follows.edges(); edge++) {
      int user = follows.follower(edge);
      assertThat(follows.followed(edge)).isNotEqualTo(user);
      assertThat(follows.isFollowing(user, follows.followed(edge))).isTrue();
      if (edge > 0 && follows.follower(edge - 1) == user) {
        assertThat(follows.followed(edge)).isGreaterThan(follows.followed(edge - 1));
      }
    }
  }

  @Test
  void peopleComeInTheEveningOfTheirOwnClock() {
    for (var country : Country.values()) {
      int evening = sessionsAt(country, 19);
      int night = sessionsAt(country, 3);
      assertThat(evening).as("%s at 19 h and 3 h", country).isGreaterThan(5 * night);
    }
  }

  private static int sessionsAt(Country country, int localHour) {
    int utc = Math.floorMod(localHour * 60 - country.offsetMinutes(), 24 * 60) / 15;
    int count = 0;
    for (int day = 0; day < 5; day++) {
      for (int quarter = 0; quarter < 4; quarter++) {
        for (int user : WORLD.sessions().due(day * 96 + (utc + quarter) % 96)) {
          count += WORLD.people().country(user) == country ? 1 : 0;
        }
      }
    }
    return count;
  }

  @Test
  void theyComeAboutOneAndAThirdTimesADay() {
    int count = 0;
    for (int tick = 0; tick < 10 * 96; tick++) {
      count += WORLD.sessions().due(tick).length;
    }
    assertThat(count / 10.0 / USERS).isCloseTo(1.3, within(0.1));
  }

  @Test
  void aTenthWritesSixHundredPostsADayInOrderOfTime() {
    var world = world(8);
    for (int tick = 0; tick < 5 * 96; tick++) {
      world.write(tick);
    }
    var content = world.content();
    for (int item = 1; item < content.size(); item++) {
      assertThat(content.second(item)).isGreaterThanOrEqualTo(content.second(item - 1));
    }
    assertThat(content.size() / 5.0).isBetween(500.0, 700.0);
    assertThat(world.creators().count()).isCloseTo(500, within(80));
  }

  @Test
  void itemsAndUsersAreFoundByTheirPublicIdentifiers() {
    var world = world(9);
    world.write(80);
    int last = world.content().size() - 1;

    assertThat(world.item(world.itemId(last))).isEqualTo(last);
    assertThat(world.item(new ItemId(Long.MAX_VALUE))).isEqualTo(-1);
    assertThat(world.post(last).author()).isEqualTo(World.userId(world.content().author(last)));
  }

  @Test
  void readersChooseTheSameHoweverOftenTheyAreAsked() {
    var world = world(10);
    for (int tick = 0; tick < 96; tick++) {
      world.write(tick);
    }
    int[] items = {3, 1, 4, 15, 9, 2, 6};
    var once = world.reader().read(5, 100, 0, 90_000, items);
    var again = world.reader().read(5, 100, 0, 90_000, items);

    for (int position = 0; position < items.length; position++) {
      assertThat(again.kinds(position)).isEqualTo(once.kinds(position));
    }
  }

  @Test
  void clicksAreAsFrequentAsTheTruthSays() {
    var world = world(11);
    for (int tick = 0; tick < 96; tick++) {
      world.write(tick);
    }
    double expected = 0;
    double clicked = 0;
    for (int user = 0; user < USERS; user++) {
      int[] items = {user % 50, 50 + user % 50, 100 + user % 50};
      var reading = world.reader().read(user, 100, 0, 90_000, items);
      for (int position = 0; position < reading.onScreen(); position++) {
        double attention = world.behaviour().attention(user, position);
        expected += attention * world.behaviour().click(user, items[position], 90_000);
        clicked += reading.isPositive(position) ? 1 : 0;
      }
    }
    assertThat(clicked).isCloseTo(expected, within(4 * Math.sqrt(expected)));
  }

  @Test
  void aClickMayBeTheLastThingAttendedTo() {
    var world = world(11, WorldFile.usual().reading(new Examination(1, 0, 1)));
    for (int tick = 0; tick < 96; tick++) {
      world.write(tick);
    }
    var items = IntStream.range(0, 40).toArray();
    double expected = 0;
    double clicked = 0;
    for (int user = 0; user < USERS; user++) {
      var reading = world.reader().read(user, 100, 0, 90_000, items);
      assertThat(reading.onScreen()).isEqualTo(40);
      double still = 1;
      for (int position = 0; position < 40; position++) {
        double click = world.behaviour().click(user, items[position], 90_000);
        expected += still * click;
        still *= 1 - click;
        clicked += reading.isPositive(position) ? 1 : 0;
      }
      assertThat(IntStream.range(0, 40).filter(reading::isPositive).count()).isLessThanOrEqualTo(1);
    }
    assertThat(clicked).isCloseTo(expected, within(4 * Math.sqrt(expected)));
  }
}
