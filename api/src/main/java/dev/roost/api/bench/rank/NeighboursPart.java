package dev.roost.api.bench.rank;

import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchRow;
import dev.roost.api.bench.Latencies;
import dev.roost.model.chance.Chance;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemEmbedder;
import dev.roost.model.item.ItemTable;
import dev.roost.model.retrieve.NeighbourIndex;
import dev.roost.model.retrieve.RetrievalSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Times the search for items near a taste, by a scan of all and by graphs of the older ones, and
/// counts how many of the nearest the graphs find. Items lie around some hundred centres, as
/// learned places do.
final class NeighboursPart {

  private static final int DIMENSIONS = 16;
  private static final int CENTRES = 100;
  private static final float SPREAD = 0.35f;
  private static final int QUERIES = 500;
  private static final double NANOS_PER_MICRO = 1e3;

  private final RankBenchSettings settings;
  private final BenchListener listener;
  private final Chance chance;

  NeighboursPart(RankBenchSettings settings, BenchListener listener) {
    this.settings = settings;
    this.listener = listener;
    chance = Chance.of(settings.seed(), "bench-rank-neighbours");
  }

  List<BenchRow> rows() {
    var rows = new ArrayList<BenchRow>();
    for (int items = 1 << 15; items <= settings.items(); items *= 4) {
      rows.addAll(of(items));
    }
    return rows;
  }

  private List<BenchRow> of(int items) {
    listener.doing("placing %,d items and linking them to their neighbours".formatted(items));
    var table = table(items);
    var exact = new NeighbourIndex(table, items);
    var index = new NeighbourIndex(table, RetrievalSettings.usual().scanned());
    long began = System.nanoTime();
    index.advance();
    double building = (System.nanoTime() - began) / NANOS_PER_MICRO;
    var scans = new Latencies();
    var searches = new Latencies();
    double found = 0;
    for (int query = -QUERIES; query < QUERIES; query++) {
      boolean counts = query >= 0;
      var direction = place(query, -1);
      int[] nearest = timed(exact, direction, counts ? scans : new Latencies());
      int[] near = timed(index, direction, counts ? searches : new Latencies());
      found += counts ? share(nearest, near) : 0;
    }
    return List.of(
        new BenchRow("neighbours-scan-" + items, scans.micros(50), "us"),
        new BenchRow("neighbours-graph-" + items, searches.micros(50), "us"),
        new BenchRow("neighbours-recall-" + items, found / QUERIES, "share"),
        new BenchRow("neighbours-build-" + items, building / items, "us/item"));
  }

  private int[] timed(NeighbourIndex index, float[] direction, Latencies latencies) {
    long began = System.nanoTime();
    int[] found = index.select(0, direction, RetrievalSettings.usual().neighbours());
    latencies.add(System.nanoTime() - began);
    return found;
  }

  private static double share(int[] nearest, int[] near) {
    var found = Arrays.stream(near).sorted().toArray();
    long hits = Arrays.stream(nearest).filter(row -> Arrays.binarySearch(found, row) >= 0).count();
    return nearest.length == 0 ? 1 : (double) hits / nearest.length;
  }

  private ItemTable table(int items) {
    var table = new ItemTable(items, DIMENSIONS);
    for (int column = 0; column < ItemTable.COLUMNS; column++) {
      table.install(new Places()); // both, so that the first holds it
    }
    for (int item = 1; item <= items; item++) {
      table.append(
          new Post(
              new ItemId(item),
              new UserId(1 + item % 1000),
              Instant.ofEpochSecond(item),
              "",
              "en",
              MediaKind.TEXT,
              "",
              null));
    }
    return table;
  }

  /// A place near one of the centres, at length 1.
  private float[] place(long which, int salt) {
    var place = new float[DIMENSIONS];
    int centre = chance.below(CENTRES, which, salt, DIMENSIONS);
    double squares = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      place[d] = (float) (normal(centre, 1, d) + SPREAD * normal(which, salt - 1, d));
      squares += place[d] * place[d];
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      place[d] /= (float) Math.sqrt(squares);
    }
    return place;
  }

  private double normal(long which, int salt, int d) {
    double radius = Math.sqrt(-2 * Math.log(1 - chance.uniform(which, salt, 2L * d)));
    return radius * Math.cos(2 * Math.PI * chance.uniform(which, salt, 2L * d + 1));
  }

  private final class Places implements ItemEmbedder {

    @Override
    public String version() {
      return "centres";
    }

    @Override
    public int dimensions() {
      return DIMENSIONS;
    }

    @Override
    public void embed(Post post, float[] out) {
      System.arraycopy(place(post.id().value(), -3), 0, out, 0, DIMENSIONS);
    }
  }
}
