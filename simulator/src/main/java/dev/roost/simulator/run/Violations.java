package dev.roost.simulator.run;

import dev.roost.simulator.report.Invariant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// What feeds must never show, counted.
final class Violations {

  /// The claims about one item of one feed.
  enum Claim {
    KNOWN("every item was posted"),
    AUTHOR("every item names its author"),
    ONCE("no item twice in a feed"),
    NOT_OWN("no item by the reader"),
    NOT_DELETED("no deleted item"),
    NOT_BLOCKED("no item by an author whom the reader blocked, or who blocked the reader"),
    FITS("no feed longer than asked for");

    private final String words;

    Claim(String words) {
      this.words = words;
    }
  }

  private final long[] checked = new long[Claim.values().length];
  private final long[] broken = new long[Claim.values().length];
  private final String[] first = new String[Claim.values().length];

  Violations() {
    Arrays.fill(first, "");
  }

  /// Counts one look at a claim; `where` tells the place of a violation in words.
  void look(Claim claim, boolean holds, Supplier<String> where) {
    int c = claim.ordinal();
    checked[c]++;
    if (!holds && broken[c]++ == 0) {
      first[c] = where.get();
    }
  }

  /// Returns the claims with their counts, named for a world.
  List<Invariant> found(String world) {
    var found = new ArrayList<Invariant>();
    for (var claim : Claim.values()) {
      int c = claim.ordinal();
      found.add(new Invariant(world + ": " + claim.words, checked[c], broken[c], first[c]));
    }
    return found;
  }
}
