package dev.roost.api.bench.feed;

import dev.roost.actors.fanout.FanoutSettings;
import dev.roost.api.bench.BenchSystem;
import dev.roost.api.bench.FollowGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A way to choose which edges are pushed, under the name of its rows.
record Strategy(String name, FanoutSettings settings) {

  static final String ALL_PUSH = "all-push";
  static final String ALL_PULL = "all-pull";
  static final String PER_EDGE = "per-edge";

  private static final String THRESHOLD = "threshold";
  private static final int STEP = 4;

  /// Returns all strategies that are compared; thresholds are powers of four between the fewest and
  /// the most followers of an author.
  static List<Strategy> all(FollowGraph graph) {
    var all = new ArrayList<>(List.of(named(ALL_PUSH), named(ALL_PULL), named(PER_EDGE)));
    int fewest = Integer.MAX_VALUE;
    int most = 0;
    for (int author = 0; author < graph.users(); author++) {
      fewest = Math.min(fewest, graph.followerCount(author));
      most = Math.max(most, graph.followerCount(author));
    }
    for (long followers = 1; followers < most; followers *= STEP) {
      if (followers > fewest) {
        all.add(threshold(followers));
      }
    }
    return all;
  }

  /// Returns how many strategies there are at most in a graph of so many users.
  static int most(int users) {
    int thresholds = 0;
    for (long followers = 1; followers < users; followers *= STEP) {
      thresholds++;
    }
    return 3 + thresholds;
  }

  /// Returns a strategy as it is by default.
  static Strategy named(String strategy) {
    return of(strategy, strategy, Map.of());
  }

  private static Strategy threshold(long followers) {
    var overrides = Map.of("roost.fanout.threshold-followers", followers);
    return of(THRESHOLD + "-" + followers, THRESHOLD, overrides);
  }

  private static Strategy of(String name, String strategy, Map<String, ?> overrides) {
    var all = new HashMap<String, Object>(overrides);
    all.put("roost.fanout.strategy", strategy);
    all.put("roost.fanout.inbox-rows", BenchSystem.INBOX_ROWS);
    return new Strategy(
        name, FanoutSettings.from(BenchSystem.config(all).getConfig("roost.fanout")));
  }
}
