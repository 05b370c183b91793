package dev.roost.actors.fanout;

import java.util.Arrays;

/// Who follows whom, among the active readers of one partition: a list of push followers by author,
/// and a list of edges by reader, those that are pulled before those that are pushed.
///
/// Adding an edge and turning it to push take O(1) amortised time; finding, removing and turning it
/// to pull take O(authors of the readers concerned). 12 bytes an edge and little slack: lists grow
/// by half; those of followers shrink when three quarters are free, a reader's goes with the
/// reader. No author without an edge takes space.
final class Edges {

  private static final int[] NOBODY = {};
  private static final int LINE = 16; // numbers in a line of memory

  private final Readers readers;
  private final Authors authors = new Authors();
  private int[][] followers = new int[64][]; // by author: readers to whom posts are pushed
  private int[][] edges = new int[64][]; // by reader: authors, and then the places among followers
  private int stamp;

  /// Returns no edges.
  ///
  /// @param readers who are active
  Edges(Readers readers) {
    this.readers = readers;
  }

  /// Returns the columns of the authors.
  Authors authors() {
    return authors;
  }

  /// Makes room for a reader without edges.
  ///
  /// @param expected edges for which there is room at once
  void open(int reader, int expected) {
    if (reader >= edges.length) {
      edges = Arrays.copyOf(edges, Math.max(reader + 1, edges.length * 2));
    }
    edges[reader] = expected == 0 ? NOBODY : new int[2 * expected];
  }

  /// Removes all edges of a reader and their space.
  void close(int reader) {
    for (int edge = degree(reader) - 1; edge >= 0; edge--) {
      remove(reader, edge);
    }
    edges[reader] = NOBODY;
  }

  /// Returns the readers to whom an author's posts are pushed, and maybe more behind them.
  int[] followers(int author) {
    return followers[author];
  }

  /// Loads the list of an author's followers; returns what was loaded, so that it is not left out.
  int touch(int author) {
    return followers[author].length;
  }

  /// Loads the authors whom a reader pulls; returns what was loaded, so that it is not left out.
  int touchPulls(int reader) {
    int[] own = edges[reader];
    int sum = 0;
    for (int edge = 0, end = pulls(reader); edge < end; edge += LINE) {
      sum += own[edge];
    }
    return sum;
  }

  /// Returns how many authors a reader follows.
  int degree(int reader) {
    return readers.degree(reader);
  }

  /// Returns how many authors a reader pulls: edges from 0 on; those behind are pushed.
  int pulls(int reader) {
    return readers.pulls(reader);
  }

  /// Returns the authors of a reader's edges, and more behind them.
  int[] authorsOf(int reader) {
    return edges[reader];
  }

  /// Returns the author of a reader's edge.
  int authorAt(int reader, int edge) {
    return edges[reader][edge];
  }

  /// Returns whether a reader's edge is pushed.
  boolean isPush(int reader, int edge) {
    return edge >= pulls(reader);
  }

  /// Returns the reader's edge to an author, or [Slots#NONE].
  int find(int reader, int author) {
    int[] own = edges[reader];
    for (int edge = 0, end = degree(reader); edge < end; edge++) {
      if (own[edge] == author) {
        return edge;
      }
    }
    return Slots.NONE;
  }

  /// Marks the authors whom a reader follows, for [#isMarked(int)]; earlier marks are void.
  void markAuthorsOf(int reader) {
    stamp++;
    for (int edge = 0, end = degree(reader); edge < end; edge++) {
      authors.setMark(authorAt(reader, edge), stamp);
    }
  }

  /// Returns whether an author is among those marked last.
  boolean isMarked(int author) {
    return author != Slots.NONE && authors.mark(author) == stamp;
  }

  /// Adds an edge that is not there yet, to be pulled; returns its author.
  int add(int reader, long id) {
    int author = authors.findOrAdd(id);
    if (author >= followers.length) {
      followers = Arrays.copyOf(followers, Math.max(author + 1, followers.length * 2));
    }
    if (followers[author] == null) {
      followers[author] = NOBODY;
    }
    int last = degree(reader);
    int edge = pulls(reader);
    makeRoom(reader, last + 1);
    move(reader, edge, last); // the first push makes room
    set(reader, edge, author, 0);
    readers.setDegree(reader, last + 1);
    readers.setPulls(reader, edge + 1);
    authors.addPulls(author, 1);
    return author;
  }

  private void makeRoom(int reader, int wanted) {
    int[] before = edges[reader];
    int room = before.length / 2;
    if (wanted > room) {
      int more = Math.max(wanted, room * 3 / 2);
      int[] after = Arrays.copyOf(before, 2 * more);
      System.arraycopy(before, room, after, more, room);
      edges[reader] = after;
    }
  }

  private static int[] grown(int[] list, int length) {
    return length <= list.length ? list : Arrays.copyOf(list, Math.max(length, length * 3 / 2));
  }

  private void move(int reader, int from, int to) {
    set(reader, to, authorAt(reader, from), place(reader, from));
  }

  private int place(int reader, int edge) {
    int[] own = edges[reader];
    return own[own.length / 2 + edge];
  }

  private void set(int reader, int edge, int author, int place) {
    edges[reader][edge] = author;
    setPlace(reader, edge, place);
  }

  private void setPlace(int reader, int edge, int place) {
    int[] own = edges[reader];
    own[own.length / 2 + edge] = place;
  }

  /// Turns a pulled edge to push; the reader's last pulled edge takes its number.
  void turnToPush(int reader, int edge) {
    int author = authorAt(reader, edge);
    int place = authors.pushes(author);
    followers[author] = grown(followers[author], place + 1);
    followers[author][place] = reader;
    authors.addPushes(author, 1);
    authors.addPulls(author, -1);
    int last = pulls(reader) - 1;
    readers.setPulls(reader, last);
    move(reader, last, edge);
    set(reader, last, author, place);
  }

  /// Turns a pushed edge to pull; the reader's first pushed edge takes its number. The author's
  /// last follower takes the reader's place.
  void turnToPull(int reader, int edge) {
    int author = authorAt(reader, edge);
    int place = place(reader, edge);
    authors.addPushes(author, -1);
    authors.addPulls(author, 1);
    int last = authors.pushes(author);
    int moved = followers[author][last];
    followers[author][place] = moved;
    setPlace(moved, find(moved, author), place);
    if (last < followers[author].length / 4) {
      followers[author] = Arrays.copyOf(followers[author], followers[author].length / 2);
    }
    int first = pulls(reader);
    readers.setPulls(reader, first + 1);
    move(reader, first, edge);
    set(reader, first, author, 0);
  }

  /// Removes an edge; others of the reader take its number.
  void remove(int reader, int edge) {
    int pulled = edge;
    if (isPush(reader, edge)) {
      turnToPull(reader, edge);
      pulled = pulls(reader) - 1;
    }
    int author = authorAt(reader, pulled);
    int lastPulled = pulls(reader) - 1;
    int last = degree(reader) - 1;
    move(reader, lastPulled, pulled);
    move(reader, last, lastPulled);
    readers.setPulls(reader, lastPulled);
    readers.setDegree(reader, last);
    authors.addPulls(author, -1);
    if (authors.followers(author) == 0) {
      followers[author] = NOBODY;
      authors.remove(author);
    }
  }

  /// Returns the memory of the readers' lists.
  long bytesByReader() {
    return Footprint.of(edges);
  }

  /// Returns the memory of the authors' lists.
  long bytesByAuthor() {
    return Footprint.of(followers);
  }
}
