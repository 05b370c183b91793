package dev.roost.actors.fanout;

import java.util.Arrays;

/// Decides which edges of a partition are pushed, from rates as they are now.
///
/// An edge begins pulled. A reader's edges are decided at its first read, after every few reads,
/// and when the rate of its reads has changed by half; a pulled edge is turned to push only at a
/// read, when the inbox holds all that the edge brought so far. An author's edges are looked at
/// when its rate of posts has doubled, while a post is delivered to them.
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
  private float[] fetched = new float[64]; // share of rows that the reader would fetch, then
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
      fetched = Arrays.copyOf(fetched, length);
    }
    reads[reader] = 0;
    sinceMillis[reader] = nowMillis;
    level[reader] = 0;
    undecided[reader] = settings.redecideReads(); // at once
  }

  /// Returns how many edges were turned so far.
  long turns() {
    return turns;
  }

  // ---- rates ----

  /// Notes that an author posted.
  void notePost(int author, long atMillis) {
    authors.setPosts(author, rate.after(authors.posts(author), atMillis));
  }

  /// Notes that a reader reads.
  void noteRead(int reader, long nowMillis) {
    reads[reader] = rate.after(reads[reader], nowMillis);
    undecided[reader]++;
  }

  private double readsPerDay(int reader, long nowMillis) {
    return rate.perDay(
        reads[reader], sinceMillis[reader], settings.assumedReadsPerDay(), nowMillis);
  }

  private boolean pushes(
      int author, int reader, double readsPerDay, boolean pushed, long nowMillis) {
    return policy.pushes(
        new EdgePolicy.Edge(
            rate.perDay(authors.posts(author), nowMillis),
            readsPerDay,
            fetched[reader],
            authors.followers(author),
            pushed));
  }

  /// Returns the share of rows that a reader would fetch: all, unless more come between two reads
  /// than an inbox holds.
  private double fetched(int reader, double readsPerDay, long nowMillis) {
    double postsPerDay = 0;
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      postsPerDay += rate.perDay(authors.posts(edges.authorAt(reader, edge)), nowMillis);
    }
    return Math.min(1, settings.inboxRows() * readsPerDay / Math.max(1, postsPerDay));
  }

  private static int magnitude(double count) {
    return Math.getExponent(Math.max(1, count));
  }

  // ---- a reader's edges ----

  /// Returns whether a reader's edges are to be decided anew: after so many reads, or when their
  /// rate has doubled.
  boolean isDue(int reader, long nowMillis) {
    return undecided[reader] >= settings.redecideReads()
        || magnitude(rate.count(reads[reader], nowMillis)) > level[reader];
  }

  /// Decides a reader's edges anew. What edges brought so far must be in the inbox, or else the
  /// inbox be stale.
  void decide(int reader, long nowMillis) {
    unpush(reader, nowMillis);
    double readsPerDay = readsPerDay(reader, nowMillis);
    for (int edge = edges.pulls(reader) - 1; edge >= 0; edge--) {
      if (pushes(edges.authorAt(reader, edge), reader, readsPerDay, false, nowMillis)) {
        edges.push(reader, edge);
        turns++;
      }
    }
  }

  /// Turns a reader's edges to pull that are not worth pushing any more, if the reader reads much
  /// less than when they were decided.
  void review(int reader, long nowMillis) {
    if (magnitude(rate.count(reads[reader], nowMillis)) < level[reader]) {
      unpush(reader, nowMillis);
    }
  }

  private void unpush(int reader, long nowMillis) {
    double readsPerDay = readsPerDay(reader, nowMillis);
    undecided[reader] = 0;
    fetched[reader] = (float) fetched(reader, readsPerDay, nowMillis);
    level[reader] = (byte) magnitude(rate.count(reads[reader], nowMillis));
    for (int edge = edges.pulls(reader); edge < edges.degree(reader); edge++) {
      if (!pushes(edges.authorAt(reader, edge), reader, readsPerDay, true, nowMillis)) {
        edges.pull(reader, edge);
        turns++;
      }
    }
  }

  // ---- an author's edges ----

  /// Returns whether an author posts twice as often as when its edges were last looked at.
  boolean isRising(int author, long atMillis) {
    int now = magnitude(rate.count(authors.posts(author), atMillis));
    int before = authors.level(author);
    if (now < before - 1) {
      authors.setLevel(author, now + 1); // only a real rise is one
    }
    return now > Math.max(before, FIRST_LEVEL - 1);
  }

  /// Notes that all of an author's edges were looked at.
  void noteReviewed(int author, long atMillis) {
    authors.setLevel(author, magnitude(rate.count(authors.posts(author), atMillis)));
  }

  /// Turns edges of an author to pull that are not worth pushing any more: those to the followers
  /// at places `from` to `to - 1`.
  void review(int author, int from, int to, long atMillis) {
    for (int place = to - 1; place >= from; place--) {
      int reader = edges.followers(author)[place];
      if (!pushes(author, reader, readsPerDay(reader, atMillis), true, atMillis)) {
        edges.pull(reader, edges.find(reader, author));
        turns++;
      }
    }
  }

  /// Returns the memory of the readers' columns.
  long bytes() {
    return Footprint.of(reads)
        + Footprint.of(sinceMillis)
        + Footprint.of(level)
        + Footprint.of(undecided)
        + (long) Float.BYTES * fetched.length;
  }
}
