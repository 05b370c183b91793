package dev.roost.actors.feed;

import dev.roost.actors.fanout.InNetwork;
import dev.roost.actors.learn.ServedFeed;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.rank.Ranked;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.retrieve.Candidates;
import dev.roost.model.retrieve.Views;
import java.util.ArrayList;

/// Makes a page and its log from in-network candidates with the ranker now installed; for one
/// worker, since a ranker reuses memory.
final class FeedAssembly {

  /// Makes one for each worker.
  ///
  /// @param seed of exploration
  record Factory(Views views, RankSettings settings, long seed) {

    FeedAssembly create() {
      return new FeedAssembly(this);
    }
  }

  private static final int USUAL_CANDIDATES = 1024;

  private final Factory factory;
  private final Candidates candidates; // of the request being answered
  private Rankers rankers;

  private FeedAssembly(Factory factory) {
    this.factory = factory;
    candidates = new Candidates(factory.views().table(), USUAL_CANDIDATES);
    rankers = rankers(Arms.none());
  }

  /// Ranks with these models from the next request on.
  void install(Arms arms) {
    rankers = rankers(arms);
  }

  private Rankers rankers(Arms arms) {
    return new Rankers(factory.views(), factory.settings(), factory.seed(), arms);
  }

  /// Answers a request.
  RankedFeed rank(RequestId request, ReaderView reader, FeedQuery query, InNetwork inNetwork) {
    candidates.clear();
    addInNetwork(reader.reader(), inNetwork);
    var ranked = rankers.of(reader.reader()).feed(reader, query, candidates);
    var page =
        new FeedPage(
            request, ranked.quality(), ranked.modelVersion(), ranked.candidates(), ranked.items());
    return new RankedFeed(page, log(request, reader, query, ranked));
  }

  private void addInNetwork(UserId reader, InNetwork found) {
    var starved = factory.views().impairments().now().starved(reader);
    if (!starved.contains(Source.FOLLOWED_PUSH)) {
      for (int i = 0; i < found.pushedCount(); i++) {
        candidates.add(found.pushed(i), Source.FOLLOWED_PUSH);
      }
    }
    if (!starved.contains(Source.FOLLOWED_PULL)) {
      for (int i = 0; i < found.pulledCount(); i++) {
        candidates.add(found.pulled(i), Source.FOLLOWED_PULL);
      }
    }
  }

  private ServedFeed log(RequestId request, ReaderView reader, FeedQuery query, Ranked ranked) {
    boolean exhaustive = query.scope() == FeedQuery.Scope.ALL_LIVE;
    int size = ranked.items().size();
    var served = new ArrayList<Example.Served>(size);
    var features = new float[size][];
    for (int place = 0; place < size; place++) {
      served.add(served(request, reader, query, ranked, exhaustive, place));
      features[place] = ranked.features(place);
    }
    return new ServedFeed(request, reader.reader(), query.at(), exhaustive, served, features);
  }

  private Example.Served served(
      RequestId request,
      ReaderView reader,
      FeedQuery query,
      Ranked ranked,
      boolean exhaustive,
      int place) {
    FeedItem item = ranked.items().get(place);
    long row = factory.views().table().rowOf(item.item().value());
    var post = row < 0 ? null : factory.views().table().post((int) row);
    return new Example.Served(
        request,
        reader.reader(),
        reader.profile(),
        item.item(),
        post == null ? item.author() : new UserId(post.writer().value()),
        post == null ? "" : post.topic(),
        item.source(),
        exhaustive ? Example.UNPLACED : place,
        ranked.expected(place),
        ranked.modelVersion(),
        query.at());
  }
}
