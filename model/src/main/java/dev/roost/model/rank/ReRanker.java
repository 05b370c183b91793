package dev.roost.model.rank;

import dev.roost.model.feed.Explanation;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Chooses a page from scored candidates: the best, but not all of one kind, and now and then one
/// to learn from; what is sponsored gets its slots in between.
///
/// The page is that of [Diversity], with what is offered in the slots of [SponsoredSlots];
/// [Exploration] replaces one place that is not sponsored.
final class ReRanker {

  private final double epsilon;
  private final Diversity diversity;
  private final SponsoredSlots slots;
  private final Exploration exploration;

  ReRanker(ItemTable table, RankSettings settings, long seed) {
    epsilon = settings.explore().epsilon();
    diversity = new Diversity(settings.diversity());
    slots = new SponsoredSlots(settings.sponsored(), settings.diversity().writerCap());
    exploration = new Exploration(table, settings.explore(), seed);
  }

  /// A page of indices into the slate.
  ///
  /// @param greedy what it was before anything was sponsored or explored
  /// @param free how many of its places are not sponsored
  /// @param exploring place given to exploration, -1 if none
  /// @param probability that the policy explores at all here
  /// @param drawn probability of what exploration drew among all that it might have, 0 if nothing
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package; nobody compares it
  record Page(
      int[] chosen, int[] greedy, int free, int exploring, double probability, double drawn) {

    /// Returns a page that nothing is explored on.
    static Page certain(int[] chosen, int[] greedy) {
      return new Page(chosen, greedy, chosen.length, -1, 0, 0);
    }

    /// Returns the probability with which the item at a place that is not sponsored stands there.
    double propensity(int place) {
      double eachPlace = probability / free;
      return place == exploring ? eachPlace * drawn : 1 - eachPlace;
    }
  }

  /// Returns the page of at most `limit` candidates and offers.
  ///
  /// @param order indices of the candidates in the slate, best score first
  Page choose(Slate slate, int[] order, FeedQuery query, ShownLately shown) {
    int[] greedy = diversity.choose(slate, order, query.limit(), shown);
    int[] page = slots.fill(slate, greedy, query.limit());
    int[] free = free(slate, page);
    int[] pool = pool(slate, order, page);
    if (pool.length == 0 || free.length == 0) {
      return Page.certain(page, greedy);
    }
    long reader = query.reader().value();
    long atMillis = query.at().toEpochMilli();
    if (!exploration.happens(reader, atMillis)) {
      return new Page(page, greedy, free.length, -1, epsilon, 0);
    }
    int place = free[exploration.place(free.length, reader, atMillis)];
    int[] rows = Arrays.stream(pool).map(i -> slate.tableRows[i]).toArray();
    var drawn = exploration.draw(rows, reader, atMillis);
    int[] chosen = page.clone();
    chosen[place] = pool[drawn.index()];
    return new Page(chosen, greedy, free.length, place, epsilon, drawn.probability());
  }

  /// Returns the first candidates of an order as they are, with offers in their slots.
  Page inOrder(Slate slate, int[] order, FeedQuery query) {
    int[] first = Arrays.copyOf(order, Math.min(order.length, query.limit()));
    return Page.certain(slots.fill(slate, first, query.limit()), first);
  }

  /// Tells what was done to the item at a place.
  Explanation.Moves moves(Slate slate, Page page, int place, ShownLately shown) {
    int index = page.chosen()[place];
    int times = shown.times(slate.originals[index]);
    if (place == page.exploring() || slate.isOffered(index)) {
      return new Explanation.Moves(times, 1, 1, 1, 1, place == page.exploring());
    }
    int above = indexOf(index, page.greedy());
    return new Explanation.Moves(
        times,
        diversity.ofTopicShown(slate, index, shown),
        diversity.ofWriterShown(slate, index, shown),
        diversity.ofTopicAbove(slate, index, page.greedy(), above),
        diversity.ofWriterAbove(slate, index, page.greedy(), above),
        false);
  }

  private static int indexOf(int index, int[] page) {
    int place = 0;
    while (page[place] != index) {
      place++;
    }
    return place;
  }

  private static int[] free(Slate slate, int[] page) {
    return IntStream.range(0, page.length).filter(i -> !slate.isOffered(page[i])).toArray();
  }

  /// Returns what might be explored: the fresh candidates that are not on a page though their
  /// writer's cap has room for them; any if none of them is fresh.
  private int[] pool(Slate slate, int[] order, int[] page) {
    var isTaken = new boolean[slate.size];
    for (int index : page) {
      take(slate, index, isTaken);
    }
    var all = new int[order.length];
    var preferred = new int[order.length];
    int allSize = 0;
    int preferredSize = 0;
    for (int index : order) {
      if (!isTaken[index] && diversity.hasRoom(slate, page, index)) {
        all[allSize++] = index;
        preferred[preferredSize] = index;
        preferredSize += slate.sources[index] == Source.FRESH ? 1 : 0;
      }
    }
    return preferredSize > 0
        ? Arrays.copyOf(preferred, preferredSize)
        : Arrays.copyOf(all, allSize);
  }

  private static void take(Slate slate, int index, boolean[] isTaken) {
    if (!slate.isOffered(index)) {
      isTaken[index] = true;
      return;
    }
    for (int i = 0; i < slate.size; i++) {
      isTaken[i] |= slate.originals[i] == slate.originals[index];
    }
  }
}
