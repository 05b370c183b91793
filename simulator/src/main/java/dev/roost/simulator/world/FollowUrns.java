package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import java.util.Arrays;

/// Urns from which those to follow are drawn.
final class FollowUrns {

  private static final double NEIGHBOUR = 0.12;
  private static final double COMMUNITY = 0.55; // up to here those of the community
  private static final double COUNTRY = 0.83; // up to here those of the country

  private final Population people;
  private final Urn all;
  private final Urn[] ofCountry;
  private final Urn[] ofCommunity;
  private final int[][] members;

  FollowUrns(Population people, Creators creators) {
    this.people = people;
    int settled = people.census().settled();
    this.all = new Urn(creators, u -> u < settled);
    this.ofCountry = new Urn[Country.values().length];
    for (var country : Country.values()) {
      ofCountry[country.ordinal()] =
          new Urn(creators, u -> u < settled && people.country(u) == country);
    }
    this.ofCommunity = new Urn[people.communities()];
    this.members = new int[people.communities()][];
    for (int community = 0; community < members.length; community++) {
      int here = community;
      ofCommunity[here] = new Urn(creators, u -> u < settled && people.community(u) == here);
    }
    gatherMembers();
  }

  private void gatherMembers() {
    var count = new int[members.length];
    for (int user = 0; user < people.census().settled(); user++) {
      count[people.community(user)]++;
    }
    for (int community = 0; community < members.length; community++) {
      members[community] = new int[count[community]];
    }
    Arrays.fill(count, 0);
    for (int user = 0; user < people.census().settled(); user++) {
      int community = people.community(user);
      members[community][count[community]++] = user;
    }
  }

  /// Returns how many people there are.
  int people() {
    return people.size();
  }

  /// Returns whom chance proposes to a user.
  int draw(int user, Chance chance, int attempt) {
    double where = chance.uniform(user, attempt, 1);
    double which = chance.uniform(user, attempt, 2);
    int[] near = members[people.community(user)];
    if (where < NEIGHBOUR) {
      return near[(int) (which * near.length)];
    }
    var local = ofCommunity[people.community(user)];
    if (where < COMMUNITY && !local.isEmpty()) {
      return local.at(which);
    }
    var national = ofCountry[people.country(user).ordinal()];
    return where < COUNTRY && !national.isEmpty() ? national.at(which) : all.at(which);
  }
}
