package dev.roost.actors.fanout;

/// Decides which edges of a partition are pushed, from rates as they are now.
///
/// An edge begins pulled. A reader's edges are decided whenever the inbox is to be built anew, and
/// when [Regret] finds them due: at a read, or, of one who does not read, when all readers are
/// looked at. A pulled edge is turned to push only at a read, when the inbox holds all that the
/// edge brought so far or is about to. The edges of an author with more followers than posts are
/// pushed to are turned to pull while a post is delivered to them.
final class Decisions {

  private static final int BITS = 8; // of the binary logarithm of rows asked for
  private static final int MASK = (1 << BITS) - 1;

  private final Readers readers;
  private final Edges edges;
  private final Authors authors;
  private final EdgePolicy policy;
  private final Regret regret;
  private final Rate rate;
  private final FanoutSettings settings;
  private long turns;

  Decisions(Readers readers, Edges edges, FanoutSettings settings) {
    this.readers = readers;
    this.edges = edges;
    this.settings = settings;
    authors = edges.authors();
    policy = settings.edgePolicy();
    regret = new Regret(readers, settings.edgeCosts());
    rate = new Rate(settings.rateWindow());
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
  ///
  /// @param rows that the reader asks the inbox for; 0 if older ones are asked for
  void noteRead(int reader, int rows, long nowMillis) {
    long before = readers.reads(reader);
    long reads = rate.after(before, nowMillis);
    readers.setReads(reader, reads);
    int asked = readers.asked(reader);
    int now = asked & MASK;
    int earlier = asked >>> BITS;
    if (Rate.isOtherWindow(before, reads)) {
      earlier = now;
      now = 0;
    }
    int bits =
        Integer.SIZE - Integer.numberOfLeadingZeros(Math.clamp(rows, 1, settings.inboxRows()) - 1);
    readers.setAsked(reader, earlier << BITS | Math.max(now, bits));
  }

  /// Returns how many rows a reader asks for: about the most that was asked for at once in this
  /// window of rates and the one before. Who reads pages of 50 need not have 500 rows fetched.
  int depth(int reader) {
    int asked = readers.asked(reader);
    return Math.min(settings.inboxRows(), 1 << Math.max(asked & MASK, asked >>> BITS));
  }

  /// Returns the posts a day of an author up to which they are pushed to a reader.
  private double mostPostsPerDay(int reader, long nowMillis) {
    if (!policy.heedsRates()) {
      return Double.POSITIVE_INFINITY;
    }
    double postsPerDay = 0;
    for (int edge = 0; edge < edges.degree(reader); edge++) {
      postsPerDay += rate.perDay(authors.posts(edges.authorAt(reader, edge)), nowMillis);
    }
    double readsPerDay =
        rate.perDay(
            readers.reads(reader),
            readers.sinceMillis(reader),
            settings.assumedReadsPerDay(),
            nowMillis);
    // all, unless more come between two reads than are asked for
    double fetched = Math.min(1, depth(reader) * readsPerDay / Math.max(1, postsPerDay));
    return policy.mostPostsPerDay(readsPerDay, fetched);
  }

  // ---- a reader's edges ----

  /// Weighs what the edges of a reader cost at a read; returns whether they are to be decided anew.
  ///
  /// @param pushed entries that were appended since the last read
  /// @param fetched rows that were fetched
  /// @param came rows that would have been appended instead
  boolean isDue(int reader, int pushed, int fetched, double came) {
    if (!policy.heedsRates()) {
      return false;
    }
    regret.addPushing(reader, pushed, depth(reader));
    if (readers.pulls(reader) > 0) {
      regret.addPulling(reader, fetched, came);
    }
    return regret.isDue(reader);
  }

  /// Decides a reader's edges anew. What edges brought so far must be in the inbox, or else the
  /// inbox be stale.
  void decide(int reader, long nowMillis) {
    double most = mostPostsPerDay(reader, nowMillis);
    unpush(reader, most, nowMillis);
    for (int edge = edges.pulls(reader) - 1; edge >= 0; edge--) {
      int author = edges.authorAt(reader, edge);
      if (!hasTooManyFollowers(author) && !postsMoreThan(most, author, nowMillis)) {
        edges.turnToPush(reader, edge);
        turns++;
      }
    }
  }

  /// Turns edges of a reader who does not read to pull, if pushing on has become dearer than that;
  /// returns whether they were looked at.
  ///
  /// @param pushed entries that were appended since the last read
  boolean review(int reader, int pushed, long nowMillis) {
    if (!policy.heedsRates() || !regret.isDueUnread(reader, pushed, depth(reader))) {
      return false;
    }
    unpush(reader, mostPostsPerDay(reader, nowMillis), nowMillis);
    return true;
  }

  private void unpush(int reader, double most, long nowMillis) {
    regret.forget(reader);
    for (int edge = edges.pulls(reader); edge < edges.degree(reader); edge++) {
      if (postsMoreThan(most, edges.authorAt(reader, edge), nowMillis)) {
        edges.turnToPull(reader, edge);
        turns++;
      }
    }
  }

  /// Returns whether an author posts more often than so many times a day.
  private boolean postsMoreThan(double most, int author, long nowMillis) {
    return most != Double.POSITIVE_INFINITY && rate.perDay(authors.posts(author), nowMillis) > most;
  }

  // ---- an author's edges ----

  /// Returns whether an author has more followers than posts are pushed to.
  boolean hasTooManyFollowers(int author) {
    return authors.followers(author) > policy.mostFollowers();
  }

  /// Turns edges of an author to pull: those to the followers at places `from` to `to - 1`.
  void turnToPull(int author, int from, int to) {
    for (int place = to - 1; place >= from; place--) {
      int reader = edges.followers(author)[place];
      edges.turnToPull(reader, edges.find(reader, author));
      turns++;
    }
  }
}
