package dev.roost.simulator.calibrate;

import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.FriendshipReader;
import dev.roost.simulator.data.LogSource;
import dev.roost.simulator.data.LoggedFollow;
import dev.roost.simulator.graph.Adjacency;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A recorded graph of who follows whom, or of who is whose friend.
///
/// @param name of the data set
/// @param mutual whether it holds friendships: each edge both ways. Only then it is compared with
///     those of the world's follows that are returned; else with all of them
public record RealGraph(String name, boolean mutual, Adjacency graph) {

  /// The folders that [#all] reads.
  public static final List<String> FOLDERS = List.of("twitch", "lastfm_hetrec", "ciaodvd");

  /// Reads the graphs of the public data sets.
  ///
  /// @param data folder that holds `twitch`, `lastfm_hetrec` and `ciaodvd`
  /// @throws dev.roost.simulator.data.InvalidDataException if one is missing or malformed
  public static List<RealGraph> all(Path data) {
    var twitch = data.resolve("twitch");
    return List.of(
        friends("Twitch DE", FriendshipReader.read(twitch, "DE")),
        friends("Twitch ENGB", FriendshipReader.read(twitch, "ENGB")),
        friends("Last.fm", LogSource.LASTFM.read(data.resolve("lastfm_hetrec"), 0).follows()),
        new RealGraph(
            "CiaoDVD", false, graph(LogSource.CIAODVD.read(data.resolve("ciaodvd"), 0).follows())));
  }

  private static RealGraph friends(String name, List<LoggedFollow> rows) {
    return new RealGraph(name, true, graph(rows).undirected());
  }

  /// Returns the graph of pairs; people who are in none are not known to it.
  static Adjacency graph(List<LoggedFollow> rows) {
    Map<UserId, Integer> nodes = new HashMap<>();
    var from = new int[rows.size()];
    var to = new int[rows.size()];
    for (int row = 0; row < from.length; row++) {
      from[row] = node(nodes, rows.get(row).follower());
      to[row] = node(nodes, rows.get(row).followed());
    }
    return Adjacency.of(nodes.size(), from, to);
  }

  private static int node(Map<UserId, Integer> nodes, UserId user) {
    int next = nodes.size();
    return nodes.computeIfAbsent(user, _ -> next);
  }
}
