package dev.roost.model.rank;

import dev.roost.model.feed.Explanation;
import dev.roost.model.item.ItemTable;
import dev.roost.model.retrieve.Candidates;
import java.util.Arrays;

/// Chooses a page from scored candidates: the best, but not all of one kind, and now and then one
/// to learn from.
///
/// The page is that of [Diversity]; [Exploration] replaces one place of it.
final class ReRanker {

  private final double epsilon;
  private final Diversity diversity;
  private final Exploration exploration;

  ReRanker(ItemTable table, RankSettings settings, long seed) {
    epsilon = settings.explore().epsilon();
    diversity = new Diversity(settings.diversity());
    exploration = new Exploration(table, settings.explore(), seed);
  }

  /// A page of indices into the slate.
  ///
  /// @param greedy what it was before exploration
  /// @param exploring place given to exploration, -1 if none
  /// @param probability that the policy explores at all here
  /// @param drawn probability of what exploration drew among all that it might have, 0 if nothing
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package; nobody compares it
  record Page(int[] chosen, int[] greedy, int exploring, double probability, double drawn) {

    /// Returns a page that nothing is explored on.
    static Page certain(int[] chosen) {
      return new Page(chosen, chosen, -1, 0, 0);
    }

    double propensity(int place) {
      double eachPlace = probability / chosen.length;
      return place == exploring ? eachPlace * drawn : 1 - eachPlace;
    }
  }

  /// Returns the page of at most `limit` candidates.
  ///
  /// @param order indices of the slate, best score first
  /// @param fresh which candidates exploration prefers; it takes any if none is left
  Page choose(
      Slate slate,
      int[] order,
      int limit,
      boolean[] fresh,
      Candidates candidates,
      ShownLately shown,
      long reader,
      long atMillis) {
    int[] greedy = diversity.choose(slate, order, limit, shown);
    int[] pool = pool(slate, order, greedy, fresh);
    if (pool.length == 0 || greedy.length == 0) {
      return Page.certain(greedy);
    }
    if (!exploration.happens(reader, atMillis)) {
      return new Page(greedy, greedy, -1, epsilon, 0);
    }
    int place = exploration.place(greedy.length, reader, atMillis);
    int[] rows = Arrays.stream(pool).map(i -> candidates.row(slate.candidates[i])).toArray();
    var drawn = exploration.draw(rows, reader, atMillis);
    int[] chosen = greedy.clone();
    chosen[place] = pool[drawn.index()];
    return new Page(chosen, greedy, place, epsilon, drawn.probability());
  }

  /// Tells what was done to the item at a place.
  ///
  /// @param original of the item
  Explanation.Moves moves(Slate slate, Page page, int place, ShownLately shown, long original) {
    int index = page.chosen()[place];
    int times = shown.times(original);
    if (place == page.exploring()) {
      return new Explanation.Moves(times, 1, 1, 1, 1, true);
    }
    return new Explanation.Moves(
        times,
        diversity.ofTopicShown(slate, index, shown),
        diversity.ofWriterShown(slate, index, shown),
        diversity.ofTopicAbove(slate, index, page.greedy(), place),
        diversity.ofWriterAbove(slate, index, page.greedy(), place),
        false);
  }

  private int[] pool(Slate slate, int[] order, int[] chosen, boolean[] fresh) {
    var isChosen = new boolean[slate.size];
    for (int index : chosen) {
      isChosen[index] = true;
    }
    var all = new int[order.length];
    var preferred = new int[order.length];
    int allSize = 0;
    int preferredSize = 0;
    for (int index : order) {
      if (!isChosen[index] && diversity.hasRoom(slate, chosen, index)) {
        all[allSize++] = index;
        preferred[preferredSize] = index;
        preferredSize += fresh[index] ? 1 : 0;
      }
    }
    return preferredSize > 0
        ? Arrays.copyOf(preferred, preferredSize)
        : Arrays.copyOf(all, allSize);
  }
}
