package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.graph.Adjacency;
import dev.roost.simulator.graph.AdjacencyWriter;

/// Draws who follows whom at the start.
///
/// First people follow whom they know and the creators that they come across, and some of those
/// follow back; then they follow followees of their followees, and some of those follow back.
final class FollowDraft {

  private static final int PATIENCE = 3; // proposals per wished follow; repeats do not count

  private final GraphSettings settings;
  private final long seed;
  private final Population people;
  private final FollowUrns urns;
  private final int users;
  private final int settled; // nobody follows who is not there yet
  private final int[] wish; // by user
  private final int[] triads; // that part of the wish which goes to followees of followees

  FollowDraft(GraphSettings settings, long seed, Population people, Creators creators) {
    this.settings = settings;
    this.seed = seed;
    this.people = people;
    this.users = people.size();
    this.settled = people.census().settled();
    this.wish = new int[users];
    this.triads = new int[users];
    wish();
    this.urns = new FollowUrns(settings, people, creators, wish);
  }

  private void wish() {
    var chance = Chance.of(seed, "wishes");
    int most = Math.max(1, Math.min(settings.most(), settled / 4));
    int fewest = Math.min(settings.fewest(), most);
    for (int user = 0; user < users; user++) {
      double wished =
          settings.medianFollows() * StrictMath.exp(settings.spread() * chance.normal(user, 0, 0));
      wish[user] = (int) Math.clamp(wished, fewest, most);
      triads[user] = (int) (settings.closes() * wish[user] + chance.uniform(user, 1, 0));
    }
  }

  /// Returns all follows. O(users + edges) but for logarithms of the number of creators and of the
  /// length of a list.
  Adjacency draw() {
    var met = met();
    var known = met.or(returned(met, "follow back"));
    var closing = closing(known);
    return known.or(closing).or(returned(closing, "follow back a triad"));
  }

  private Adjacency met() {
    var chance = Chance.of(seed, "follows");
    var writer = new AdjacencyWriter(users, users * 16);
    for (int user = 0; user < users; user++) {
      int wanted = wish[user] - triads[user];
      for (int attempt = 0; attempt < PATIENCE * wanted && writer.count() < wanted; attempt++) {
        int other = urns.draw(user, chance, attempt);
        if (other != user && other < settled) {
          writer.add(other);
        }
      }
      writer.next();
    }
    return writer.written();
  }

  private Adjacency closing(Adjacency known) {
    var chance = Chance.of(seed, "triads");
    var writer = new AdjacencyWriter(users, users * 16);
    for (int user = 0; user < users; user++) {
      int wanted = triads[user];
      for (int attempt = 0; attempt < PATIENCE * wanted && writer.count() < wanted; attempt++) {
        int other = further(known, user, chance, attempt);
        if (other != user && other < settled && !known.contains(user, other)) {
          writer.add(other);
        }
      }
      writer.next();
    }
    return writer.written();
  }

  /// Returns somebody whom one of the followees follows; the user, if there is none.
  private static int further(Adjacency known, int user, Chance chance, int attempt) {
    int between = any(known, user, chance.bits(user, attempt, 0));
    return between == user ? user : any(known, between, chance.bits(user, attempt, 1));
  }

  private static int any(Adjacency known, int user, long bits) {
    int size = known.degree(user);
    return size == 0 ? user : known.to(user, (int) Math.unsignedMultiplyHigh(bits, size));
  }

  private Adjacency returned(Adjacency edges, String purpose) {
    var chance = Chance.of(seed, purpose);
    int[] followers = edges.inDegrees();
    double mean = Math.max(1, (double) edges.edges() / users);
    var ease = new double[users]; // of following back, by fame
    for (int user = 0; user < users; user++) {
      double fame = Math.max(1, followers[user] / mean);
      ease[user] =
          Math.min(
              StrictMath.pow(fame, -settings.returnsFall()),
              (double) settings.mostReturned() / Math.max(1, followers[user]));
    }
    return edges.reversed(
        (user, other) ->
            user < settled && chance.happens(ease[other] * returns(user, other), user, other, 0));
  }

  private double returns(int user, int other) {
    return people.community(user) == people.community(other)
        ? settings.returns()
        : settings.returnsAfar();
  }
}
