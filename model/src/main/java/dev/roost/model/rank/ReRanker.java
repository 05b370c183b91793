package dev.roost.model.rank;

import dev.roost.model.chance.Chance;
import java.util.Arrays;

/// Chooses a page from scored candidates: the best, but not all of one kind, and now and then one
/// to learn from.
///
/// Greedy: each place goes to the candidate with the highest score after it was multiplied by the
/// fades for items of its topic and writer above it, as in Carbonell and Goldstein, [The use of
/// MMR](https://doi.org/10.1145/290941.291025), SIGIR 1998, but with equality of labels for
/// similarity. No writer has more than the cap. Exploration replaces one place of the page.
final class ReRanker {

  private final RankSettings settings;
  private final Chance chance;

  ReRanker(RankSettings settings, long seed) {
    this.settings = settings;
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
  Page choose(Slate slate, int[] order, int limit, boolean[] fresh, long reader, long atMillis) {
    int[] chosen = diversify(slate, order, limit);
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

  private int[] diversify(Slate slate, int[] order, int limit) {
    var fades = new double[order.length];
    Arrays.fill(fades, 1);
    var above = new int[order.length]; // items of the same writer chosen already; -1 once chosen
    var chosen = new int[Math.min(limit, order.length)];
    int size = 0;
    while (size < chosen.length) {
      int best = best(slate, order, fades, above);
      if (best < 0) {
        break;
      }
      chosen[size++] = order[best];
      above[best] = -1;
      fade(slate, order, order[best], fades, above);
    }
    return Arrays.copyOf(chosen, size);
  }

  private int best(Slate slate, int[] order, double[] fades, int[] above) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < order.length; i++) {
      double score = slate.scores[order[i]];
      if (score <= highest) {
        break; // nothing below can pass: a fade never raises a score
      }
      boolean allowed = above[i] >= 0 && above[i] < settings.writerCap();
      double faded = score > 0 ? score * fades[i] : score / fades[i]; // never a gain
      if (allowed && faded > highest) {
        best = i;
        highest = faded;
      }
    }
    return best;
  }

  private void fade(Slate slate, int[] order, int chosen, double[] fades, int[] above) {
    for (int i = 0; i < order.length; i++) {
      int other = order[i];
      if (above[i] >= 0 && slate.writers[other] == slate.writers[chosen]) {
        fades[i] *= settings.writerFade();
        above[i]++;
      }
      if (slate.topics[other] != 0 && slate.topics[other] == slate.topics[chosen]) {
        fades[i] *= settings.topicFade();
      }
    }
  }

  private int[] pool(Slate slate, int[] order, int[] chosen, boolean[] fresh) {
    var all = new int[order.length];
    var preferred = new int[order.length];
    int allSize = 0;
    int preferredSize = 0;
    for (int index : order) {
      if (!contains(chosen, index) && hasRoom(slate, chosen, index)) {
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

  private boolean hasRoom(Slate slate, int[] chosen, int index) {
    int same = 0;
    for (int other : chosen) {
      same += slate.writers[other] == slate.writers[index] ? 1 : 0;
    }
    return same < settings.writerCap();
  }
}
