package dev.roost.model.rank;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureExtractor;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feature.RequestFeatures;
import dev.roost.model.feed.Explanation;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.retrieve.Candidates;
import dev.roost.model.retrieve.Retrieval;
import dev.roost.model.retrieve.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes feeds with one model, or newest first without one; for one thread, since it reuses memory.
///
/// The same request on the same state gives the same feed. Feature rows are made in either case, so
/// that a first model has something to learn from.
public final class Ranker {

  /// A model in the form in which it is evaluated here.
  private record Serving(RankingModel model, HeadScorer scorer, Explainer explainer) {}

  private final ItemTable table;
  private final FeatureExtractor extractor;
  private final Retrieval retrieval;
  private final int features = FeatureSchema.standard().size();
  private final @Nullable Serving serving;
  private final RankSettings settings;
  private final FirstCut firstCut;
  private final ShownLately shown;
  private final ReRanker reRanker;
  private final Slate slate = new Slate();

  private Ranker(@Nullable Serving serving, Views views, RankSettings settings, long seed) {
    this.serving = serving;
    this.settings = settings;
    table = views.table();
    extractor = new FeatureExtractor(table, views.crowd());
    retrieval = new Retrieval(views, settings.retrieval());
    firstCut =
        serving == null
            ? new FirstCut(table, LightRanker.none(), settings.seen().times(), Integer.MAX_VALUE)
            : new FirstCut(
                table, serving.model().light(), settings.seen().times(), settings.scored());
    shown = new ShownLately(table, settings.seen(), settings.diversity());
    reRanker = new ReRanker(table, settings, seed);
  }

  /// Returns a ranker by a model.
  ///
  /// @param seed of exploration
  /// @throws IllegalArgumentException if the model cannot serve the standard schema
  public static Ranker of(RankingModel model, Views views, RankSettings settings, long seed) {
    model
        .check(FeatureSchema.standard())
        .ifPresent(
            complaint -> {
              throw new IllegalArgumentException(model.version() + ": " + complaint);
            });
    var serving =
        new Serving(
            model, model.compile(settings.scorer()), new Explainer(model, settings.value()));
    return new Ranker(serving, views, settings, seed);
  }

  /// Returns a ranker that puts the newest first.
  public static Ranker chronological(Views views, RankSettings settings, long seed) {
    return new Ranker(null, views, settings, seed);
  }

  /// Returns the model's version, empty if there is none.
  public String version() {
    return serving == null ? "" : serving.model().version();
  }

  /// Adds what this node's views have to offer to the candidates, then ranks them all.
  ///
  /// @param candidates in-network ones, if any; changed
  public Ranked feed(ReaderView reader, FeedQuery query, Candidates candidates) {
    var taste = taste(reader, query.at());
    var request = extractor.begin(reader, query, taste);
    switch (query.scope()) {
      case ALL_LIVE -> candidates.addEveryLive();
      case FEED -> retrieval.addTo(candidates, reader, taste, request.company());
      case FOLLOWING -> {} // the candidates are all there is
    }
    return rank(reader, query, candidates, request);
  }

  /// Ranks exactly these candidates.
  public Ranked rank(ReaderView reader, FeedQuery query, Candidates candidates) {
    return rank(
        reader, query, candidates, extractor.begin(reader, query, taste(reader, query.at())));
  }

  private ReaderTaste taste(ReaderView reader, Instant now) {
    return serving == null
        ? ReaderTaste.unknown()
        : serving.model().embedding().of(reader, table, now);
  }

  private Ranked rank(
      ReaderView reader, FeedQuery query, Candidates candidates, RequestFeatures request) {
    if (query.scope() == FeedQuery.Scope.FEED) {
      shown.of(reader.history(), query.at());
    } else {
      shown.forget();
    }
    fill(firstCut.of(reader, query, candidates, request, shown), candidates, request);
    score(candidates);
    int[] order = ScoreOrder.of(slate.scores, slate.ids, slate.size);
    var page = page(reader, query, candidates, order);
    return answer(reader, query, candidates, order, page);
  }

  private void fill(int[] picked, Candidates candidates, RequestFeatures request) {
    slate.reserve(picked.length, features);
    slate.size = picked.length;
    for (int i = 0; i < picked.length; i++) {
      int row = candidates.row(picked[i]);
      request.fill(row, slate.rows, i * features);
      slate.candidates[i] = picked[i];
      slate.ids[i] = table.id(row);
      slate.writers[i] = table.writer(row);
      slate.topics[i] = table.topic(row);
    }
  }

  private void score(Candidates candidates) {
    if (serving != null) {
      serving.scorer().foretell(slate.rows, slate.size, slate.foretold);
    }
    for (int i = 0; i < slate.size; i++) {
      slate.scores[i] =
          serving == null
              ? table.atMillis(candidates.row(slate.candidates[i]))
              : settings.value().of(slate.foretold, i);
    }
  }

  private ReRanker.Page page(
      ReaderView reader, FeedQuery query, Candidates candidates, int[] order) {
    if (serving == null || query.scope() == FeedQuery.Scope.ALL_LIVE) {
      return ReRanker.Page.certain(Arrays.copyOf(order, Math.min(order.length, query.limit())));
    }
    var fresh = new boolean[slate.size];
    for (int i = 0; i < slate.size; i++) {
      fresh[i] = candidates.source(slate.candidates[i]) == Source.FRESH;
    }
    return reRanker.choose(
        slate,
        order,
        query.limit(),
        fresh,
        candidates,
        shown,
        reader.reader().value(),
        query.at().toEpochMilli());
  }

  /// Lets safety speak last, and tells of each item why it is there.
  private Ranked answer(
      ReaderView reader, FeedQuery query, Candidates candidates, int[] order, ReRanker.Page page) {
    var ranks = new int[slate.size];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    var items = new ArrayList<FeedItem>();
    var rows = new ArrayList<float[]>();
    for (int place = 0; place < page.chosen().length; place++) {
      int index = page.chosen()[place];
      int row = candidates.row(slate.candidates[index]);
      if (SafetyFilter.admits(table, reader.relations(), row, slate.ids[index])) {
        items.add(
            new FeedItem(
                new ItemId(slate.ids[index]),
                new UserId(table.author(row)),
                Instant.ofEpochMilli(table.atMillis(row)),
                candidates.source(slate.candidates[index]),
                serving == null ? Double.NaN : slate.foretold[index * Head.COUNT],
                serving == null ? Double.NaN : slate.scores[index],
                ranks[index],
                place == page.exploring(),
                page.propensity(place),
                query.explain() ? explanation(index, moves(query, page, place, row)) : null));
        rows.add(slate.row(index, features));
      }
    }
    return new Ranked(
        serving == null ? Quality.CHRONOLOGICAL : Quality.FULL,
        version(),
        candidates.size(),
        items,
        rows.toArray(float[][]::new),
        expected(items, rows, query.scope()));
  }

  private Explanation.Moves moves(FeedQuery query, ReRanker.Page page, int place, int row) {
    return query.scope() == FeedQuery.Scope.ALL_LIVE
        ? Explanation.Moves.NONE
        : reRanker.moves(slate, page, place, shown, table.originalId(row));
  }

  private @Nullable Explanation explanation(int index, Explanation.Moves moves) {
    if (serving == null) {
      return null;
    }
    var foretold = Arrays.copyOfRange(slate.foretold, index * Head.COUNT, (index + 1) * Head.COUNT);
    return new Explanation(serving.explainer().of(slate.row(index, features), foretold), moves);
  }

  /// Returns the probabilities of a positive engagement at the places where the items are shown; an
  /// exhaustive ranking shows them nowhere.
  private double[] expected(List<FeedItem> items, List<float[]> rows, FeedQuery.Scope scope) {
    if (serving == null || scope == FeedQuery.Scope.ALL_LIVE) {
      return items.stream().mapToDouble(FeedItem::probability).toArray();
    }
    var placed = new float[rows.size() * features];
    for (int place = 0; place < rows.size(); place++) {
      System.arraycopy(rows.get(place), 0, placed, place * features, features);
      placed[place * features + Feature.POSITION.ordinal()] = place;
    }
    var foretold = new double[rows.size() * Head.COUNT];
    serving.scorer().foretell(placed, rows.size(), foretold);
    var expected = new double[rows.size()];
    for (int place = 0; place < expected.length; place++) {
      expected[place] = foretold[place * Head.COUNT];
    }
    return expected;
  }
}
