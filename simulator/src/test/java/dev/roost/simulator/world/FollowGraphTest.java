package dev.roost.simulator.world;

import static dev.roost.simulator.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.roost.simulator.calibrate.Clustering;
import dev.roost.simulator.calibrate.Distribution;
import dev.roost.simulator.calibrate.Mixing;
import dev.roost.simulator.graph.Adjacency;
import dev.roost.simulator.scenario.WorldFile;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FollowGraphTest {

  private static final int USERS = 7_000;

  private record Town(Population people, Creators creators) {

    static Town of(long seed, int users) {
      var start = Instant.parse("2026-01-05T00:00:00Z");
      var world = new WorldSettings(seed, users, start, 900, WorldFile.usual());
      var people = Population.generate(world);
      return new Town(people, Creators.generate(world, people, Tastes.generate(world, people)));
    }

    FollowGraph graph(GraphSettings settings) {
      return FollowGraph.generate(settings, 7, people, creators);
    }
  }

  private static final Town SOCIETY = Town.of(7, USERS);
  private static final FollowGraph GRAPH = SOCIETY.graph(WorldFile.usual().follows());
  private static final Adjacency FOLLOWS = GRAPH.now();

  @Test
  void peopleFollowTwentyFourOthersOnAverageInWorldsOfAnySize() {
    for (int users : new int[] {1_000, USERS, 30_000}) {
      var graph = Town.of(7, users).graph(WorldFile.usual().follows());
      assertThat((double) graph.edges() / users).as("%d users", users).isCloseTo(24, within(2.0));
    }
  }

  @Test
  void followersHaveAPowerLawTail() {
    var followers = Distribution.of(GRAPH.followers());

    assertThat(followers.tailExponent()).isBetween(2.0, 3.0);
    assertThat(followers.max()).isGreaterThan(50 * followers.mean());
    assertThat(followers.gini()).isBetween(0.6, 0.85);
    assertThat(followers.quantile(0.5)).isLessThan(followers.mean() / 2);
  }

  @Test
  void somePeopleFollowBack() {
    double reciprocity = (double) FOLLOWS.mutual().edges() / FOLLOWS.edges();
    assertThat(reciprocity).isBetween(0.3, 0.45);

    var nobody = with(WorldFile.usual().follows(), 0, 0, 0.28);
    var alone = SOCIETY.graph(nobody).now();
    assertThat((double) alone.mutual().edges() / alone.edges()).isLessThan(0.1);
  }

  private static GraphSettings with(
      GraphSettings like, double returns, double returnsAfar, double closes) {
    return new GraphSettings(
        like.medianFollows(),
        like.spread(),
        like.fewest(),
        like.most(),
        like.acquaintances(),
        like.ofCommunity(),
        like.ofCountry(),
        like.ofLanguage(),
        like.circle(),
        closes,
        returns,
        returnsAfar,
        like.returnsFall(),
        like.mostReturned());
  }

  @Test
  void theFamousFollowBackLessOften() {
    int[] followers = GRAPH.followers();
    double famous = Distribution.of(followers).quantile(0.99);
    assertThat(returned(followers, famous, Double.MAX_VALUE))
        .isLessThan(0.7 * returned(followers, 0, famous));
  }

  private static double returned(int[] followers, double from, double below) {
    double all = 0;
    double back = 0;
    for (int edge = 0; edge < GRAPH.edges(); edge++) {
      int other = GRAPH.followed(edge);
      if (followers[other] >= from && followers[other] < below) {
        all++;
        back += GRAPH.isFollowing(other, GRAPH.follower(edge)) ? 1 : 0;
      }
    }
    return back / all;
  }

  @Test
  void followsStayInCommunityCountryAndLanguageMoreThanByChance() {
    var people = SOCIETY.people();
    var community = Mixing.of(FOLLOWS, people.communities(), people::community);
    var country =
        Mixing.of(FOLLOWS, Country.values().length, user -> people.country(user).ordinal());
    var language =
        Mixing.of(FOLLOWS, Language.values().length, user -> people.language(user).ordinal());

    assertThat(community.assortativity()).isBetween(0.2, 0.5);
    assertThat(country.assortativity()).isBetween(0.3, 0.6);
    assertThat(language.assortativity()).isBetween(0.2, 0.5);
  }

  @Test
  void friendsOfFriendsAreFriends() {
    var friends = Clustering.of(FOLLOWS.mutual(), 1);
    assertThat(friends.meanLocal()).isBetween(0.12, 0.25);
    assertThat(friends.transitivity()).isBetween(0.04, 0.14);
  }

  @Test
  void closingTriadsRaisesTheShareOfFolloweesWhomAFolloweeFollows() {
    var usual = WorldFile.usual().follows();
    double without = SOCIETY.graph(with(usual, 0, 0, 0)).edges();
    assertThat(without).isPositive();
    assertThat(closed(SOCIETY.graph(with(usual, 0.7, 0.15, 0.5)).now()))
        .isGreaterThan(1.1 * closed(SOCIETY.graph(with(usual, 0.7, 0.15, 0)).now()));
  }

  /// Returns the share of edges with a path of two edges beside them.
  private static double closed(Adjacency graph) {
    int sampled = 0;
    int closed = 0;
    for (int edge = 0; edge < graph.edges(); edge += 17) {
      int from = graph.from(edge);
      int to = graph.to(edge);
      sampled++;
      closed += Arrays.stream(graph.list(from)).anyMatch(by -> graph.contains(by, to)) ? 1 : 0;
    }
    return (double) closed / sampled;
  }

  @Test
  void equalSeedsGiveEqualGraphs() {
    var again = Town.of(7, USERS).graph(WorldFile.usual().follows());
    assertThat(again.edges()).isEqualTo(GRAPH.edges());
    for (int edge = 0; edge < again.edges(); edge++) {
      assertThat(again.followed(edge)).isEqualTo(GRAPH.followed(edge));
    }
    assertThat(again.followers()).isEqualTo(GRAPH.followers());
  }

  @Test
  void generationTakesMemoryInProportionToEdges() {
    assertThat(bytesPerEdge(40_000)).isLessThan(1.25 * bytesPerEdge(5_000)).isLessThan(100);
  }

  private static double bytesPerEdge(int users) {
    var society = Town.of(7, users);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    int edges = society.graph(WorldFile.usual().follows()).edges();
    return (double) (threads.getCurrentThreadAllocatedBytes() - before) / edges;
  }

  @Test
  void aSmallWorldHasAGraphToo() {
    for (int users = 1; users < 60; users++) {
      var graph = Town.of(3, users).graph(WorldFile.usual().follows());
      assertThat(graph.edges()).isLessThanOrEqualTo(users * (users - 1));
      for (int edge = 0; edge < graph.edges(); edge++) {
        assertThat(graph.followed(edge)).isNotEqualTo(graph.follower(edge));
      }
    }
  }

  @Test
  void changesAreThoseOfASetOfPairs() {
    var society = Town.of(5, 30);
    forAll(
        gen -> {
          var graph = society.graph(WorldFile.usual().follows());
          var pairs = pairs(graph);
          int atStart = graph.edges();
          for (int step = gen.whole(0, 300); step > 0; step--) {
            int user = gen.whole(0, 4); // few, so that lists grow long and empty
            int other = gen.whole(4, 30);
            if (gen.between(0, 1) < 0.6) {
              assertThat(graph.add(user, other)).isEqualTo(pairs.add(key(user, other)));
            } else {
              assertThat(graph.remove(user, other)).isEqualTo(pairs.remove(key(user, other)));
            }
          }
          assertThat(pairs(graph)).isEqualTo(pairs);
          assertThat(graph.size()).isEqualTo(pairs.size()).isEqualTo(graph.now().edges());
          assertThat(graph.edges()).isEqualTo(atStart);
          assertThat(Arrays.stream(graph.followers()).sum()).isEqualTo(pairs.size());
        });
  }

  private static long key(int user, int other) {
    return 100L * user + other;
  }

  private static Set<Long> pairs(FollowGraph graph) {
    var pairs = new TreeSet<Long>();
    for (int user = 0; user < graph.users(); user++) {
      int before = -1;
      for (int nth = 0; nth < graph.follows(user); nth++) {
        int other = graph.followed(user, nth);
        assertThat(other).isGreaterThan(before);
        assertThat(graph.isFollowing(user, other)).isTrue();
        assertThat(pairs.add(key(user, other))).isTrue();
        before = other;
      }
    }
    return pairs;
  }

  @Test
  void nobodyFollowsThemselves() {
    var graph = Town.of(5, 30).graph(WorldFile.usual().follows());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph.add(3, 3))
        .withMessageContaining("3");
  }
}
