package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import java.util.Arrays;

/// Who is near whom: the people of each community sit on a ring, and who wishes to follow many
/// takes up the more room on it. So acquaintances are shared, and the sociable have more of them.
final class Circles {

  private final Population people;
  private final double reach;
  private final int[] start; // by community
  private final int[] members;
  private final int[] place; // of a user in members
  private final double[] upTo; // where the room of a member ends, from 0 in each community

  /// @param reach mean distance of an acquaintance, in people of mean room
  /// @param room of each user; shape `[users]`, each above 0
  Circles(Population people, double reach, int[] room) {
    this.people = people;
    this.reach = reach * Arrays.stream(room).average().orElse(1);
    this.start = new int[people.communities() + 1];
    this.members = new int[people.size()];
    this.place = new int[people.size()];
    this.upTo = new double[people.size()];
    for (int user = 0; user < people.size(); user++) {
      start[people.community(user) + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] at = start.clone();
    for (int user = 0; user < people.size(); user++) {
      int community = people.community(user);
      int next = at[community]++;
      place[user] = next;
      members[next] = user;
      upTo[next] = room[user] + (next > start[community] ? upTo[next - 1] : 0);
    }
  }

  /// Returns somebody whose distance, to either side, is exponential; maybe the user.
  int near(int user, Chance chance, int attempt) {
    int community = people.community(user);
    int end = start[community + 1];
    double all = upTo[end - 1];
    double away = reach * chance.exponential(user, attempt, 3) % all;
    double where = upTo[place[user]] + (chance.happens(0.5, user, attempt, 4) ? away : all - away);
    int found = Arrays.binarySearch(upTo, start[community], end, where % all);
    return members[Math.min(end - 1, found < 0 ? ~found : found + 1)];
  }
}
