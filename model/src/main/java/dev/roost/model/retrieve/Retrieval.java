package dev.roost.model.retrieve;

import dev.roost.model.crowd.Company;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.Source;
import dev.roost.model.reader.ReaderView;
import java.util.Arrays;
import java.util.Set;

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
    var faults = views.impairments().now();
    var into = new Finds(candidates, faults.starved(reader.reader()));
    var table = views.table();
    if (taste.isKnown()) {
      into.add(neighbours(taste, faults.indexEnd(reader.reader())), Source.NEIGHBOUR);
    }
    into.add(company.best(table, settings.coEngaged()), Source.CO_ENGAGED);
    into.add(Affinity.select(table, reader, settings.affinity()), Source.AFFINITY);
    into.add(friendsOfFriends(reader), Source.FRIENDS_OF_FRIENDS);
    into.add(first(table.trending(), settings.trending()), Source.TRENDING);
    into.add(nearby(reader), Source.TRENDING_NEARBY);
    into.add(Fresh.select(table, settings.fresh(), settings.freshImpressions()), Source.FRESH);
  }

  /// Candidates, without those of starved sources.
  private record Finds(Candidates candidates, Set<Source> starved) {
    void add(int[] rows, Source source) {
      if (!starved.contains(source)) {
        candidates.addAll(rows, source);
      }
    }
  }

  private int[] neighbours(ReaderTaste taste, long end) {
    var index = views.neighbours();
    int most = settings.neighbours();
    return end < 0
        ? index.select(taste.column(), taste.direction(), most)
        : index.selectBefore((int) end, taste.column(), taste.direction(), most);
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
