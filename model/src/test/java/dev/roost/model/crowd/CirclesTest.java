package dev.roost.model.crowd;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.model.domain.RelationChange;
import dev.roost.model.reader.Relations;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CirclesTest {

  private static final long READER = 100;
  private static final int USERS = 10;

  @Test
  void findsWhomMostFriendsFollowAndTheReaderDoesNot() {
    forAll(
        gen -> {
          var circles = new Circles();
          var graph = new HashMap<Long, Relations>();
          for (int i = gen.whole(0, 60); i > 0; i--) {
            long user = gen.whole(0, USERS);
            long other = gen.whole(0, USERS);
            var change = gen.whole(0, 4) == 0 ? RelationChange.UNFOLLOW : RelationChange.FOLLOW;
            circles.note(user, change, other);
            graph.merge(
                user, Relations.none().after(change, other), (r, _) -> r.after(change, other));
          }
          circles.advance();
          var mine = Relations.none();
          for (int i = 0; i < 3; i++) {
            mine = mine.after(RelationChange.FOLLOW, gen.whole(0, USERS));
          }
          mine = mine.after(RelationChange.MUTE, gen.whole(0, USERS));

          long[] found = circles.friendsOfFriends(READER, mine, 4);

          assertThat(found).isEqualTo(expected(graph, mine, 4));
        });
  }

  private static long[] expected(Map<Long, Relations> graph, Relations mine, int limit) {
    var times = new HashMap<Long, Integer>();
    for (long friend : mine.follows()) {
      for (long author : graph.getOrDefault(friend, Relations.none()).follows()) {
        if (!mine.follows(author) && !mine.hides(author)) {
          times.merge(author, 1, Integer::sum);
        }
      }
    }
    return times.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Long, Integer> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(limit)
        .mapToLong(Map.Entry::getKey)
        .toArray();
  }

  @Test
  void theNewestFollowsAreKept() {
    var circles = new Circles();
    for (long other = 0; other < 40; other++) {
      circles.note(7, RelationChange.FOLLOW, 200 + other);
    }
    circles.advance();

    var friends =
        circles.friendsOfFriends(READER, Relations.none().after(RelationChange.FOLLOW, 7), 99);

    assertThat(friends).hasSize(Circles.MOST).contains(239).doesNotContain(223);
  }
}
