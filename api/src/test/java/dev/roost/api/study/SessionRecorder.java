package dev.roost.api.study;

import dev.roost.model.chance.Chance;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.fault.Impairments;
import dev.roost.model.feature.FeatureExtractor;
import dev.roost.model.feature.FeatureOverlay;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feature.RequestFeatures;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.rank.SafetyFilter;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.retrieve.NeighbourIndex;
import dev.roost.model.retrieve.RetrievalSettings;
import dev.roost.model.retrieve.Sponsors;
import dev.roost.model.retrieve.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Writes down some of the sessions of a run as the ranker meets them, and changes nothing.
final class SessionRecorder implements FeatureOverlay {

  private static final FeatureOverlay.Rows UNTOUCHED = (_, _, _) -> {};
  private static final int WIDTH = FeatureSchema.standard().size();

  private record Asked(long reader, Instant at) {}

  private final TrueWorld world;
  private final Instant from;
  private final double share;
  private final Chance chance;
  private final Map<Asked, Draft> drafts = new ConcurrentHashMap<>();
  private final Map<Asked, int[]> answers = new ConcurrentHashMap<>();
  private final Map<ItemTable, NeighbourIndex> indexes = new ConcurrentHashMap<>();

  /// @param world whose items are met
  /// @param from instant of the first session that is of interest
  /// @param share of the sessions from then on
  SessionRecorder(TrueWorld world, Instant from, double share, long seed) {
    this.world = world;
    this.from = from;
    this.share = share;
    chance = Chance.of(seed, "recorded sessions");
  }

  private boolean isWanted(FeedQuery query) {
    return !query.at().isBefore(from)
        && query.occasion().depth() == 0
        && chance.happens(share, query.reader().value(), query.at().getEpochSecond(), 0);
  }

  @Override
  public Rows begin(FeatureExtractor by, ReaderView reader, FeedQuery query, ReaderTaste taste) {
    if (!isWanted(query)) {
      return UNTOUCHED;
    }
    var index =
        indexes.computeIfAbsent(
            by.table(), table -> new NeighbourIndex(table, RetrievalSettings.usual().scanned()));
    var views = new Views(by.table(), index, by.crowd(), Sponsors.none(), null, new Impairments());
    var draft = new Draft(world, views, reader, query, taste);
    drafts.put(new Asked(query.reader().value(), query.at()), draft);
    return draft;
  }

  /// Hears what was answered.
  void hear(FeedQuery query, FeedPage page) {
    if (isWanted(query)) {
      answers.put(
          new Asked(query.reader().value(), query.at()),
          page.items().stream().mapToInt(item -> world.item(item.item().value())).toArray());
    }
  }

  /// Returns the sessions, in order of time and user.
  List<Session> sessions() {
    var sessions = new ArrayList<Session>();
    drafts.forEach(
        (asked, draft) -> {
          int[] served = answers.get(asked);
          if (served != null) {
            sessions.add(draft.session(served));
          }
        });
    sessions.sort(Session.ORDER);
    return List.copyOf(sessions);
  }

  /// A session that is being written down, on the thread that ranks it.
  private static final class Draft implements FeatureOverlay.Rows {

    private final TrueWorld world;
    private final ItemTable table;
    private final FeedQuery query;
    private final RequestFeatures features; // with nothing written over them
    private final int[] pool;
    private final Map<Integer, Integer> sourcesOf; // by row
    private final Map<Integer, Integer> met = new LinkedHashMap<>(); // sources by item
    private float[] rows = new float[256 * WIDTH];

    Draft(TrueWorld world, Views views, ReaderView reader, FeedQuery query, ReaderTaste taste) {
      this.world = world;
      this.table = views.table();
      this.query = query;
      features = new FeatureExtractor(table, views.crowd()).begin(reader, query, taste);
      pool = pool(table, reader);
      sourcesOf = sources(views, reader, taste);
    }

    private int[] pool(ItemTable table, ReaderView reader) {
      Set<Long> seen = new HashSet<>();
      for (int i = 0; i < reader.history().seenCount(); i++) {
        seen.add(reader.history().seenItem(i));
      }
      var pool = new int[table.published() - table.oldest()];
      int size = 0;
      for (int row = table.oldest(); row != table.published(); row++) {
        long id = table.id(row);
        if (!seen.contains(id)
            && table.author(row) != reader.reader().value()
            && SafetyFilter.admits(table, reader.relations(), row, id)) {
          pool[size++] = world.item(id);
        }
      }
      var trimmed = Arrays.copyOf(pool, size);
      Arrays.sort(trimmed);
      return trimmed;
    }

    private Map<Integer, Integer> sources(Views views, ReaderView reader, ReaderTaste taste) {
      Map<Integer, Integer> sources = new LinkedHashMap<>();
      for (var source : CandidateSource.values()) {
        for (int row : source.find(views, reader, taste, features.company())) {
          sources.merge(row, 1 << source.ordinal(), (a, b) -> a | b);
        }
      }
      return sources;
    }

    @Override
    public void write(int row, float[] out, int offset) {
      int item = world.item(table.id(row));
      if (met.containsKey(item)) { // first by the light ranker, then whole
        return;
      }
      int at = met.size() * WIDTH;
      if (at == rows.length) {
        rows = Arrays.copyOf(rows, 2 * rows.length);
      }
      features.fill(row, rows, at);
      met.put(item, sourcesOf.getOrDefault(row, 0));
    }

    Session session(int[] served) {
      return new Session(
          TrueWorld.user(query.reader()),
          query.at(),
          pool,
          met.keySet().stream().mapToInt(Integer::intValue).toArray(),
          met.values().stream().mapToInt(Integer::intValue).toArray(),
          Arrays.copyOf(rows, met.size() * WIDTH),
          served);
    }
  }
}
