package dev.roost.actors.fanout;

import java.util.Arrays;

/// Decides which edges of a partition are pushed, from rates as they are now.
///
/// An edge begins pulled. A reader's edges are decided at its first read, after some reads, and
/// when the reads within the window pass a power of two; a pulled edge is turned to push only at a
/// read, when the inbox holds all that the edge brought so far. An author's edges are looked at
/// when its posts within the window pass a power of two upwards, or when it has more followers than
/// posts are pushed to, while a post is delivered to them.
final class Decisions {

  private static final int FIRST_LEVEL = 3; // eight posts in a window

  private final Edges edges;
  private final Authors authors;
  private final EdgePolicy policy;
  private final Rate rate;
  private final FanoutSettings settings;
  private long[] reads = new long[64]; // by reader, as Rate packs them
  private long[] sinceMillis = new long[64];
  private byte[] level = new byte[64]; // of the rate of reads at which edges were last decided
  private int[] undecided = new int[64]; // reads since then
  private float[] mostPosts = new float[64]; // a day of an author whose posts are pushed
  private byte[] asked = new byte[64]; // bits of the most rows that a read asked for since then
  private byte[] askedBefore = new byte[64]; // the same of the reads before
  private long turns;

  Decisions(Edges edges, FanoutSettings settings) {
    this.edges = edges;
    this.settings = settings;
    authors = edges.authors();
    policy = settings.edgePolicy();
    rate = new Rate(settings.rateWindow());
  }

  /// Makes room for a reader who was first heard of now.
  void open(int reader, long nowMillis) {
    if (reader >= reads.length) {
      int length = Math.max(reader + 1, 2 * reads.length);
      reads = Arrays.copyOf(reads, length);
      sinceMillis = Arrays.copyOf(sinceMillis, length);
      level = Arrays.copyOf(level, length);
      undecided = Arrays.copyOf(undecided, length);
      mostPosts = Arrays.copyOf(mostPosts, length);
      asked = Arrays.copyOf(asked, length);
      askedBefore = Arrays.copyOf(askedBefore, length);
    }
    reads[reader] = 0;
    sinceMillis[reader] = nowMillis;
    level[reader] = 0;
    undecided[reader] = settings.redecideReads(); // at once
    asked[reader] = 0;
    askedBefore[reader] = 0;
    mostPosts[reader] = Float.POSITIVE_INFINITY;
  }

  /// Returns how many edges were turned so far.
  long turns() {
    return turns;
  }

  // ---- rates ----

  /// Notes that an author posted. A level far above the present rate comes down, so that a rise
  /// will be noticed.
  void notePost(int author, long atMillis) {
    long posts = rate.after(authors.posts(author), atMillis);
    authors.setPosts(author, posts);
    if (authors.level(author) > 0) {
      int now = magnitude(rate.count(posts, atMillis));
      if (now < authors.level(author) - 1) {
        authors.setLevel(author, now + 1); // only a real rise is one
      }
    }
  }

  /// Notes that a reader reads.
  ///
  /// @param rows that the reader asks the inbox for; 0 if older ones are asked for
  void noteRead(int reader, int rows, long nowMillis) {
    reads[reader] = rate.after(reads[reader], nowMillis);
    undecided[reader]++;
    int bits =
        Integer.SIZE - Integer.numberOfLeadingZeros(Math.clamp(rows, 1, settings.inboxRows()) - 1);
    asked[reader] = (byte) Math.max(asked[reader], bits);
  }

  /// Returns how many rows a reader asks for: about the most that lately was asked for at once. Who
  /// reads pages of 50 need not have 500 rows fetched.
  int depth(int reader) {
    return Math.min(settings.inboxRows(), 1 << Math.max(asked[reader], askedBefore[reader]));
  }

  private double readsPerDay(int reader, long nowMillis) {
    return rate.perDay(
        reads[reader], sinceMillis[reader], settings.assumedReadsPerDay(), nowMillis);
  }

  /// Returns the share of rows that a reader would fetch: all, unless more come between two reads
  /// than are asked for.
  private double fetched(int reader, double readsPerDay, long nowMillis) {
    if (!policy.heedsRates()) {
      return 1;
    }
    double postsPerDay = 0;
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      postsPerDay += rate.perDay(authors.posts(edges.authorAt(reader, edge)), nowMillis);
    }
    return Math.min(1, depth(reader) * readsPerDay / Math.max(1, postsPerDay));
  }

  private static int magnitude(double count) {
    return Math.getExponent(Math.max(1, count));
  }

  // ---- a reader's edges ----

  /// Returns whether a reader's edges are to be decided anew: after so many reads, and if any is
  /// pulled also when those within the window have passed a power of two.
  boolean isDue(int reader, long nowMillis) {
    if (!policy.heedsRates()) {
      return false;
    }
    return undecided[reader] >= settings.redecideReads()
        || (edges.pulls(reader) > 0 && isAbove(level[reader], reads[reader], nowMillis));
  }

  /// Returns whether the magnitude of a count is above a level. Mostly the counters alone tell that
  /// it is not.
  private boolean isAbove(int level, long counts, long nowMillis) {
    return Rate.most(counts) >= 2L << level && magnitude(rate.count(counts, nowMillis)) > level;
  }

  /// Decides a reader's edges anew. What edges brought so far must be in the inbox, or else the
  /// inbox be stale.
  void decide(int reader, long nowMillis) {
    double readsPerDay = readsPerDay(reader, nowMillis);
    double fetched = fetched(reader, readsPerDay, nowMillis);
    unpush(reader, readsPerDay, fetched, nowMillis);
    double most = policy.mostPostsPerDay(readsPerDay, fetched, false);
    for (int edge = edges.pulls(reader) - 1; edge >= 0; edge--) {
      int author = edges.authorAt(reader, edge);
      if (authors.followers(author) <= policy.mostFollowers() && !posts(author, most, nowMillis)) {
        edges.push(reader, edge);
        turns++;
      }
    }
  }

  /// Turns a reader's edges to pull that are not worth pushing any more, if the reader reads much
  /// less than when they were decided: half as often may be chance.
  void review(int reader, long nowMillis) {
    if (policy.heedsRates()
        && magnitude(rate.count(reads[reader], nowMillis)) < level[reader] - 1) {
      double readsPerDay = readsPerDay(reader, nowMillis);
      unpush(reader, readsPerDay, fetched(reader, readsPerDay, nowMillis), nowMillis);
    }
  }

  private void unpush(int reader, double readsPerDay, double fetched, long nowMillis) {
    undecided[reader] = 0;
    level[reader] = (byte) magnitude(rate.count(reads[reader], nowMillis));
    askedBefore[reader] = asked[reader];
    asked[reader] = 0;
    double most = policy.mostPostsPerDay(readsPerDay, fetched, true);
    mostPosts[reader] = (float) most;
    if (most == Double.POSITIVE_INFINITY) {
      return;
    }
    for (int edge = edges.pulls(reader); edge < edges.degree(reader); edge++) {
      if (posts(edges.authorAt(reader, edge), most, nowMillis)) {
        edges.pull(reader, edge);
        turns++;
      }
    }
  }

  /// Returns whether an author posts more often than so many times a day.
  private boolean posts(int author, double most, long nowMillis) {
    return most != Double.POSITIVE_INFINITY && rate.perDay(authors.posts(author), nowMillis) > most;
  }

  // ---- an author's edges ----

  /// Returns whether an author's edges are to be looked at.
  boolean isDueOf(int author, long atMillis) {
    return authors.followers(author) > policy.mostFollowers()
        || (policy.heedsRates()
            && isAbove(
                Math.max(authors.level(author), FIRST_LEVEL - 1), authors.posts(author), atMillis));
  }

  /// Notes that all of an author's edges were looked at.
  void noteReviewed(int author, long atMillis) {
    authors.setLevel(author, magnitude(rate.count(authors.posts(author), atMillis)));
  }

  /// Turns edges of an author to pull that are not worth pushing any more: those to the followers
  /// at places `from` to `to - 1`. Returns how many.
  int review(int author, int from, int to, long atMillis) {
    boolean hasTooMany = authors.followers(author) > policy.mostFollowers();
    double posts = rate.perDay(authors.posts(author), atMillis);
    int turned = 0;
    for (int place = to - 1; place >= from; place--) {
      int reader = edges.followers(author)[place];
      if (hasTooMany || posts > mostPosts[reader]) {
        edges.pull(reader, edges.find(reader, author));
        turned++;
      }
    }
    turns += turned;
    return turned;
  }

  /// Returns the memory of the readers' columns.
  long bytes() {
    return Footprint.of(reads)
        + Footprint.of(sinceMillis)
        + Footprint.of(level)
        + Footprint.of(undecided)
        + (long) Float.BYTES * mostPosts.length
        + Footprint.of(asked)
        + Footprint.of(askedBefore);
  }
}
