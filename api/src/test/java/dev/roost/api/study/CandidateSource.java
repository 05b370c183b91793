package dev.roost.api.study;

import dev.roost.model.crowd.Company;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.retrieve.Candidates;
import dev.roost.model.retrieve.Retrieval;
import dev.roost.model.retrieve.RetrievalSettings;
import dev.roost.model.retrieve.Views;
import java.util.Locale;

/// A way by which candidates are found, each asked for itself within its usual budget.
enum CandidateSource {
  FOLLOWED,
  NEIGHBOURS,
  CO_ENGAGED,
  AFFINITY,
  FRIENDS_OF_FRIENDS,
  TRENDING,
  TRENDING_NEARBY,
  FRESH;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the key of its budget, under `roost.rank.retrieval`; the followed have none.
  String key() {
    return "roost.rank.retrieval." + label();
  }

  /// Returns the rows that this source finds.
  int[] find(Views views, ReaderView reader, ReaderTaste taste, Company company) {
    var found = new Candidates(views.table(), 256);
    if (this == FOLLOWED) {
      followed(views.table(), reader, found);
    } else {
      new Retrieval(views, alone()).addTo(found, reader, taste, company);
    }
    var rows = new int[found.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = found.row(i);
    }
    return rows;
  }

  /// Adds all by followed authors; an inbox has room for more of them than a small world has.
  private static void followed(ItemTable table, ReaderView reader, Candidates into) {
    for (int row = table.oldest(); row != table.published(); row++) {
      if (reader.relations().follows(table.author(row))) {
        into.add(row, Source.FOLLOWED_PUSH);
      }
    }
  }

  private RetrievalSettings alone() {
    var usual = RetrievalSettings.usual();
    return new RetrievalSettings(
        this == NEIGHBOURS ? usual.neighbours() : 0,
        usual.scanned(),
        this == CO_ENGAGED ? usual.coEngaged() : 0,
        this == AFFINITY ? usual.affinity() : 0,
        this == FRIENDS_OF_FRIENDS ? usual.friendsOfFriends() : 0,
        this == TRENDING ? usual.trending() : 0,
        this == TRENDING_NEARBY ? usual.trendingNearby() : 0,
        this == FRESH ? usual.fresh() : 0,
        usual.freshImpressions());
  }
}
