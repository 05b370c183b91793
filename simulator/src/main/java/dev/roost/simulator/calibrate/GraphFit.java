package dev.roost.simulator.calibrate;

import dev.roost.simulator.graph.Adjacency;
import dev.roost.simulator.world.Country;
import dev.roost.simulator.world.FollowGraph;
import dev.roost.simulator.world.Language;
import dev.roost.simulator.world.Population;
import java.util.ArrayList;
import java.util.List;

/// How near the world's follows come to real graphs.
///
/// Friendships are compared with those of the world's follows that are returned, trust with all of
/// them. Sizes differ, so that degrees are compared over their mean.
///
/// @param rows one for each statistic and data set
/// @param homophily what no real graph here can be asked: it names no countries
public record GraphFit(List<RowsOf> rows, List<Homophily> homophily) {

  public GraphFit {
    rows = List.copyOf(rows);
    homophily = List.copyOf(homophily);
  }

  /// The rows of one data set.
  ///
  /// @param nodes people in the real graph
  /// @param edges of it; each friendship counts twice
  public record RowsOf(String data, boolean mutual, int nodes, int edges, List<FitRow> rows) {
    public RowsOf {
      rows = List.copyOf(rows);
    }
  }

  /// Share of follows within a group, and the same by chance.
  public record Homophily(String by, double inside, double chance, double assortativity) {

    private static Homophily of(String by, Mixing mixing) {
      return new Homophily(by, mixing.inside(), mixing.chance(), mixing.assortativity());
    }
  }

  /// Compares.
  ///
  /// @param seed of the chance by which large graphs are sampled
  public static GraphFit of(
      List<RealGraph> real, FollowGraph follows, Population people, long seed) {
    var graph = follows.now();
    var all = GraphFigures.of(graph, seed);
    var returned = GraphFigures.of(graph.mutual(), seed);
    var rows = new ArrayList<RowsOf>();
    for (var each : real) {
      var figures = GraphFigures.of(each.graph(), seed);
      var world = each.mutual() ? returned : all;
      rows.add(
          new RowsOf(
              each.name(),
              each.mutual(),
              each.graph().nodes(),
              each.graph().edges(),
              each.mutual()
                  ? friends(each.name(), figures, world)
                  : trust(each.name(), figures, world)));
    }
    return new GraphFit(rows, homophily(graph, people));
  }

  private static List<FitRow> friends(String data, GraphFigures real, GraphFigures world) {
    var rows = new ArrayList<FitRow>();
    rows.add(FitRow.ratio(data, "friends, mean", real.follows().mean(), world.follows().mean()));
    degrees(rows, data, "friends", real.follows(), world.follows());
    structure(rows, data, real, world);
    return rows;
  }

  private static List<FitRow> trust(String data, GraphFigures real, GraphFigures world) {
    var rows = new ArrayList<FitRow>();
    degrees(rows, data, "followers", real.followers(), world.followers());
    rows.add(FitRow.ratio(data, "follows, mean", real.follows().mean(), world.follows().mean()));
    rows.add(FitRow.shape(data, "follows, Gini; shape", real.follows(), world.follows()));
    rows.add(FitRow.ratio(data, "reciprocity", real.reciprocity(), world.reciprocity()));
    structure(rows, data, real, world);
    return rows;
  }

  private static void degrees(
      List<FitRow> rows, String data, String what, Distribution real, Distribution world) {
    rows.add(FitRow.shape(data, what + ", Gini; shape", real, world));
    rows.add(relative(data, what + ", median over mean", 0.5, real, world));
    rows.add(relative(data, what + ", 90 % over mean", 0.9, real, world));
    rows.add(relative(data, what + ", 99 % over mean", 0.99, real, world));
    rows.add(
        FitRow.ratio(data, what + ", share of top 1 %", real.topShare(0.01), world.topShare(0.01)));
    rows.add(
        FitRow.ratio(
            data,
            what + ", largest over people",
            real.max() / real.size(),
            world.max() / world.size()));
    rows.add(
        FitRow.difference(
            data, what + ", tail exponent", real.tailExponent(), world.tailExponent()));
  }

  private static FitRow relative(
      String data, String what, double share, Distribution real, Distribution world) {
    return FitRow.ratio(
        data, what, real.quantile(share) / real.mean(), world.quantile(share) / world.mean());
  }

  private static void structure(
      List<FitRow> rows, String data, GraphFigures real, GraphFigures world) {
    rows.add(
        FitRow.ratio(
            data,
            "transitivity",
            real.clustering().transitivity(),
            world.clustering().transitivity()));
    rows.add(
        FitRow.ratio(
            data,
            "local clustering, mean",
            real.clustering().meanLocal(),
            world.clustering().meanLocal()));
    rows.add(
        FitRow.difference(
            data, "degree assortativity", real.degreeAssortativity(), world.degreeAssortativity()));
  }

  private static List<Homophily> homophily(Adjacency graph, Population people) {
    return List.of(
        Homophily.of("community", Mixing.of(graph, people.communities(), people::community)),
        Homophily.of(
            "country",
            Mixing.of(graph, Country.values().length, user -> people.country(user).ordinal())),
        Homophily.of(
            "language",
            Mixing.of(graph, Language.values().length, user -> people.language(user).ordinal())));
  }
}
