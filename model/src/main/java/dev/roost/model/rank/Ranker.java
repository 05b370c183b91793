package dev.roost.model.rank;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.embed.Tastes;
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
  private record Serving(
      RankingModel model, HeadScorer scorer, Explainer explainer, Tastes tastes) {}

  private final ItemTable table;
  private final FeatureExtractor extractor;
  private final Retrieval retrieval;
  private final int features = FeatureSchema.standard().size();
  private final @Nullable Serving serving;
  private final RankSettings settings;
  private final FirstCut firstCut;
  private final Offers offers;
  private final ShownLately shown;
  private final ReRanker reRanker;
  private final Slate slate = new Slate();

  private Ranker(@Nullable Serving serving, Views views, RankSettings settings, long seed) {
    this.serving = serving;
    this.settings = settings;
    table = views.table();
    extractor =
        new FeatureExtractor(table, views.crowd(), views.impairments().over(views.overlay()));
    retrieval = new Retrieval(views, settings.retrieval());
    firstCut =
        serving == null
            ? new FirstCut(table, LightRanker.none(), settings.seen().times(), Integer.MAX_VALUE)
            : new FirstCut(
                table, serving.model().light(), settings.seen().times(), settings.scored());
    offers = new Offers(table, views.sponsors(), settings.sponsored(), firstCut);
    shown = new ShownLately(table, settings.seen(), settings.diversity());
    reRanker = new ReRanker(table, settings, seed);
  }

  /// Returns a ranker by a model.
  ///
  /// @param seed of exploration
  /// @throws IllegalArgumentException if the model cannot serve the standard schema
  public static Ranker of(RankingModel model, Views views, RankSettings settings, long seed) {
    return of(model, model.embedding(), views, settings, seed);
  }

  /// Returns a ranker by a model that has readers' tastes from elsewhere.
  ///
  /// @param seed of exploration
  /// @throws IllegalArgumentException if the model cannot serve the standard schema
  public static Ranker of(
      RankingModel model, Tastes tastes, Views views, RankSettings settings, long seed) {
    model
        .check(FeatureSchema.standard())
        .ifPresent(
            complaint -> {
              throw new IllegalArgumentException(model.version() + ": " + complaint);
            });
    var serving =
        new Serving(
            model,
            model.compile(settings.scorer()),
            new Explainer(model, settings.value()),
            tastes);
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
    return serving == null ? ReaderTaste.unknown() : serving.tastes().of(reader, table, now);
  }

  private Ranked rank(
      ReaderView reader, FeedQuery query, Candidates candidates, RequestFeatures request) {
    if (query.scope() == FeedQuery.Scope.FEED) {
      shown.of(reader.history(), query.at());
    } else {
      shown.forget();
    }
    int[] picked = firstCut.of(reader, query, candidates, request, shown);
    int[] offered = offers.rows(reader, query, shown);
    slate.clear();
    slate.reserve(picked.length + offered.length, features);
    for (int candidate : picked) {
      put(slate.size++, candidates.row(candidate), candidates.source(candidate), request);
    }
    for (int row : offered) {
      put(slate.size + slate.offered++, row, Source.SPONSORED, request);
    }
    score();
    int[] order = ScoreOrder.of(slate.scores, slate.ids, slate.size);
    return answer(reader, query, candidates.size(), order, page(query, order));
  }

  private void put(int index, int row, Source source, RequestFeatures request) {
    slate.set(index, table, row, source);
    request.fill(row, slate.rows, index * features);
  }

  private void score() {
    if (serving != null) {
      serving.scorer().foretell(slate.rows, slate.end(), slate.foretold);
    }
    for (int i = 0; i < slate.end(); i++) {
      slate.scores[i] =
          serving == null
              ? table.atMillis(slate.tableRows[i])
              : settings.value().of(slate.foretold, i);
    }
  }

  private ReRanker.Page page(FeedQuery query, int[] order) {
    return serving == null || query.scope() == FeedQuery.Scope.ALL_LIVE
        ? reRanker.inOrder(slate, order, query)
        : reRanker.choose(slate, order, query, shown);
  }

  /// Lets safety speak last, and tells of each item why it is there.
  private Ranked answer(
      ReaderView reader, FeedQuery query, int candidates, int[] order, ReRanker.Page page) {
    var ranks = ranks(order);
    var items = new ArrayList<FeedItem>();
    var rows = new ArrayList<float[]>();
    for (int place = 0; place < page.chosen().length; place++) {
      int index = page.chosen()[place];
      int row = slate.tableRows[index];
      if (SafetyFilter.admits(table, reader.relations(), row, slate.ids[index])) {
        items.add(
            new FeedItem(
                new ItemId(slate.ids[index]),
                new UserId(table.author(row)),
                Instant.ofEpochMilli(table.atMillis(row)),
                slate.sources[index],
                serving == null ? Double.NaN : slate.foretold[index * Head.COUNT],
                serving == null ? Double.NaN : slate.scores[index],
                ranks[index],
                place == page.exploring(),
                slate.isOffered(index) ? 1 : page.propensity(place),
                query.explain() ? explanation(index, moves(query, page, place)) : null));
        rows.add(slate.row(index, features));
      }
    }
    return new Ranked(
        serving == null ? Quality.CHRONOLOGICAL : Quality.FULL,
        version(),
        candidates,
        items,
        rows.toArray(float[][]::new),
        expected(items, rows, query.scope()));
  }

  /// Returns the place of each item by its score alone; of an offer the one that it would have.
  private int[] ranks(int[] order) {
    var ranks = new int[slate.end()];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    for (int offer = slate.size; offer < slate.end(); offer++) {
      double score = slate.scores[offer];
      ranks[offer] = (int) Arrays.stream(order).filter(i -> slate.scores[i] > score).count();
    }
    return ranks;
  }

  private Explanation.Moves moves(FeedQuery query, ReRanker.Page page, int place) {
    return query.scope() == FeedQuery.Scope.ALL_LIVE
        ? Explanation.Moves.NONE
        : reRanker.moves(slate, page, place, shown);
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
