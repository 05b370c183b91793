package dev.roost.model.retrieve;

import dev.roost.model.crowd.Company;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.Source;
import dev.roost.model.reader.ReaderView;
import java.util.Arrays;

/// Finds candidates for a reader in this node's views, beyond what they follow. The same request on
/// the same state finds the same.
///
/// @param views in which it looks
public record Retrieval(Views views, RetrievalSettings settings) {

  /// Adds what each source finds.
  ///
  /// @param taste of the reader
  /// @param company of what the reader engaged with
  /// @param candidates gets it, may hold others already
  public void addTo(Candidates candidates, ReaderView reader, ReaderTaste taste, Company company) {
    var table = views.table();
    if (taste.isKnown()) {
      candidates.addAll(
          views.neighbours().select(taste.column(), taste.direction(), settings.neighbours()),
          Source.NEIGHBOUR);
    }
    candidates.addAll(company.best(table, settings.coEngaged()), Source.CO_ENGAGED);
    candidates.addAll(Affinity.select(table, reader, settings.affinity()), Source.AFFINITY);
    candidates.addAll(friendsOfFriends(reader), Source.FRIENDS_OF_FRIENDS);
    candidates.addAll(first(table.trending(), settings.trending()), Source.TRENDING);
    candidates.addAll(nearby(reader), Source.TRENDING_NEARBY);
    candidates.addAll(
        Fresh.select(table, settings.fresh(), settings.freshImpressions()), Source.FRESH);
  }

  private int[] friendsOfFriends(ReaderView reader) {
    int most = settings.friendsOfFriends();
    long[] authors =
        views.crowd().circles().friendsOfFriends(reader.reader().value(), reader.relations(), most);
    return NewestOf.authors(views.table(), authors, most);
  }

  private int[] nearby(ReaderView reader) {
    int most = settings.trendingNearby();
    int[] country =
        first(views.crowd().countries().trending(Crowd.country(reader.profile())), most);
    int[] language =
        first(views.crowd().languages().trending(Crowd.language(reader.profile())), most);
    int[] both = Arrays.copyOf(country, country.length + language.length);
    System.arraycopy(language, 0, both, country.length, language.length);
    return both;
  }

  private static int[] first(int[] rows, int most) {
    return rows.length <= most ? rows : Arrays.copyOf(rows, most);
  }
}
