package dev.roost.model.rank;

import dev.roost.model.chance.Chance;
import java.util.Arrays;

/// Chooses a page from scored candidates: the best, but not all of one kind, and now and then one
/// to learn from.
///
/// The page is that of [Diversity]; exploration replaces one place of it.
final class ReRanker {

  private final RankSettings settings;
  private final Diversity diversity;
  private final Chance chance;

  ReRanker(RankSettings settings, long seed) {
    this.settings = settings;
    this.diversity = new Diversity(settings.diversity());
    this.chance = Chance.of(seed, "exploration");
  }

  /// A page of indices into the slate.
  ///
  /// @param exploring place given to exploration, -1 if none
  /// @param probability that the policy explores at all here
  /// @param pool number of items among which exploration draws
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package; nobody compares it
  record Page(int[] chosen, int exploring, double probability, int pool) {

    double propensity(int place) {
      double eachPlace = pool == 0 ? 0 : probability / chosen.length;
      return place == exploring ? eachPlace / pool : 1 - eachPlace;
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
      ShownLately shown,
      long reader,
      long atMillis) {
    int[] chosen = diversity.choose(slate, order, limit, shown);
    int[] pool = pool(slate, order, chosen, fresh);
    boolean explores =
        pool.length > 0
            && chosen.length > 0
            && chance.happens(settings.epsilon(), reader, atMillis, 0);
    int place = explores ? chance.below(chosen.length, reader, atMillis, 1) : -1;
    if (explores) {
      chosen[place] = pool[chance.below(pool.length, reader, atMillis, 2)];
    }
    return new Page(chosen, place, settings.epsilon(), pool.length);
  }

  private int[] pool(Slate slate, int[] order, int[] chosen, boolean[] fresh) {
    var all = new int[order.length];
    var preferred = new int[order.length];
    int allSize = 0;
    int preferredSize = 0;
    for (int index : order) {
      if (!contains(chosen, index) && diversity.hasRoom(slate, chosen, index)) {
        all[allSize++] = index;
        preferred[preferredSize] = index;
        preferredSize += fresh[index] ? 1 : 0;
      }
    }
    return preferredSize > 0
        ? Arrays.copyOf(preferred, preferredSize)
        : Arrays.copyOf(all, allSize);
  }

  private static boolean contains(int[] chosen, int index) {
    for (int other : chosen) {
      if (other == index) {
        return true;
      }
    }
    return false;
  }
}
