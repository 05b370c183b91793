package dev.roost.api.bench.rank;

import dev.roost.api.bench.Bench;
import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchRow;
import java.util.List;
import java.util.ServiceLoader;

/// How fast ranking is: the scoring of a batch by an ensemble of trees, the search for
/// neighbours, and whole feeds.
public final class RankBench implements Bench {

  /// The name of this bench.
  public static final String NAME = "rank";

  private static final int WARM_TURNS = 50;

  private final RankBenchSettings settings;
  private final int warmTurns;
  private final Iterable<PeerLibrary> libraries;

  /// Returns a bench that has not begun, with all libraries on the class path.
  public RankBench(RankBenchSettings settings) {
    this(settings, ServiceLoader.load(PeerLibrary.class), WARM_TURNS);
  }

  RankBench(RankBenchSettings settings, Iterable<PeerLibrary> libraries, int warmTurns) {
    this.warmTurns = warmTurns;
    this.settings = settings;
    this.libraries = libraries;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<BenchRow> run(BenchListener listener) {
    return settings.parts().stream()
        .sorted()
        .flatMap(
            part ->
                switch (part) {
                  case SCORING ->
                      new ScoringPart(settings, libraries, warmTurns, listener).rows().stream();
                  case NEIGHBOURS -> new NeighboursPart(settings, listener).rows().stream();
                  case REQUEST -> new RequestPart(settings, listener).rows().stream();
                })
        .toList();
  }
}
