package dev.roost.actors.fanout;

import java.util.Arrays;

/// Who follows whom, among the active readers of one partition: a list of push followers by author
/// and a list of authors by reader, each knowing its place in the other.
///
/// Adding, removing and turning an edge take O(1) amortised time, finding one O(authors of the
/// reader). 16 bytes an edge, doubled at most by slack; no author without an edge takes space.
final class Edges {

  private static final int PULL = -1;
  private static final int[] NOBODY = {};

  private final Slots authors = new Slots();
  // by author
  private int[][] followers = new int[64][];
  private int[][] edgeOfFollower = new int[64][];
  private int[] followerCount = new int[64];
  private int[] edgeCount = new int[64]; // pushed or pulled
  private int[] mark = new int[64];
  private int stamp;
  // by reader
  private int[][] authorOfEdge = new int[64][];
  private int[][] placeOfEdge = new int[64][]; // among the author's followers, or PULL
  private int[] degree = new int[64];
  private int[] pulls = new int[64];

  /// Makes room for a reader without edges.
  void open(int reader) {
    if (reader >= degree.length) {
      int length = Math.max(reader + 1, degree.length * 2);
      authorOfEdge = Arrays.copyOf(authorOfEdge, length);
      placeOfEdge = Arrays.copyOf(placeOfEdge, length);
      degree = Arrays.copyOf(degree, length);
      pulls = Arrays.copyOf(pulls, length);
    }
    authorOfEdge[reader] = NOBODY;
    placeOfEdge[reader] = NOBODY;
  }

  /// Removes all edges of a reader and their space.
  void close(int reader) {
    while (degree[reader] > 0) {
      remove(reader, degree[reader] - 1);
    }
    open(reader);
  }

  /// Returns the slot of an author whom any active reader follows, or [Slots#NONE].
  int author(long author) {
    return authors.find(author);
  }

  /// Returns the readers to whom an author's posts are pushed, and maybe more behind them.
  int[] followers(int author) {
    return followers[author];
  }

  /// Returns how many of [#followers(int)] count.
  int followerCount(int author) {
    return followerCount[author];
  }

  /// Returns how many authors a reader follows.
  int degree(int reader) {
    return degree[reader];
  }

  /// Returns how many authors a reader pulls.
  int pulls(int reader) {
    return pulls[reader];
  }

  /// Returns the author of a reader's edge.
  long authorAt(int reader, int edge) {
    return authors.key(authorOfEdge[reader][edge]);
  }

  /// Returns whether a reader's edge is pushed.
  boolean isPush(int reader, int edge) {
    return placeOfEdge[reader][edge] != PULL;
  }

  /// Returns the reader's edge to an author, or [Slots#NONE].
  int find(int reader, long author) {
    int slot = authors.find(author);
    for (int edge = 0; slot != Slots.NONE && edge < degree[reader]; edge++) {
      if (authorOfEdge[reader][edge] == slot) {
        return edge;
      }
    }
    return Slots.NONE;
  }

  /// Marks the authors whom a reader follows, for [#isMarked(long)]; earlier marks are void.
  void markAuthorsOf(int reader) {
    stamp++;
    for (int edge = 0; edge < degree[reader]; edge++) {
      mark[authorOfEdge[reader][edge]] = stamp;
    }
  }

  /// Returns whether an author is among those marked last.
  boolean isMarked(long author) {
    int slot = authors.find(author);
    return slot != Slots.NONE && mark[slot] == stamp;
  }

  /// Adds an edge that is not there yet.
  void add(int reader, long author, boolean push) {
    int slot = authors.findOrAdd(author);
    room(slot);
    int edge = degree[reader]++;
    if (edge == authorOfEdge[reader].length) {
      int length = Math.max(4, edge + edge / 2);
      authorOfEdge[reader] = Arrays.copyOf(authorOfEdge[reader], length);
      placeOfEdge[reader] = Arrays.copyOf(placeOfEdge[reader], length);
    }
    edgeCount[slot]++;
    authorOfEdge[reader][edge] = slot;
    placeOfEdge[reader][edge] = PULL;
    pulls[reader]++;
    if (push) {
      push(reader, edge);
    }
  }

  private void room(int author) {
    if (author >= followerCount.length) {
      int length = Math.max(author + 1, followerCount.length * 2);
      followers = Arrays.copyOf(followers, length);
      edgeOfFollower = Arrays.copyOf(edgeOfFollower, length);
      followerCount = Arrays.copyOf(followerCount, length);
      edgeCount = Arrays.copyOf(edgeCount, length);
      mark = Arrays.copyOf(mark, length);
    }
    if (followers[author] == null) {
      followers[author] = NOBODY;
      edgeOfFollower[author] = NOBODY;
    }
  }

  /// Turns an edge from pull to push; does nothing if it is pushed.
  void push(int reader, int edge) {
    if (isPush(reader, edge)) {
      return;
    }
    int author = authorOfEdge[reader][edge];
    int place = followerCount[author]++;
    if (place == followers[author].length) {
      int length = Math.max(4, place + place / 2);
      followers[author] = Arrays.copyOf(followers[author], length);
      edgeOfFollower[author] = Arrays.copyOf(edgeOfFollower[author], length);
    }
    followers[author][place] = reader;
    edgeOfFollower[author][place] = edge;
    placeOfEdge[reader][edge] = place;
    pulls[reader]--;
  }

  /// Turns an edge from push to pull; does nothing if it is pulled.
  void pull(int reader, int edge) {
    if (!isPush(reader, edge)) {
      return;
    }
    int author = authorOfEdge[reader][edge];
    int place = placeOfEdge[reader][edge];
    int last = --followerCount[author];
    int moved = followers[author][last];
    followers[author][place] = moved;
    edgeOfFollower[author][place] = edgeOfFollower[author][last];
    placeOfEdge[moved][edgeOfFollower[author][place]] = place;
    placeOfEdge[reader][edge] = PULL;
    pulls[reader]++;
  }

  /// Removes an edge; the reader's last edge takes its number.
  void remove(int reader, int edge) {
    pull(reader, edge);
    int author = authorOfEdge[reader][edge];
    int last = --degree[reader];
    authorOfEdge[reader][edge] = authorOfEdge[reader][last];
    placeOfEdge[reader][edge] = placeOfEdge[reader][last];
    if (edge != last && isPush(reader, edge)) {
      edgeOfFollower[authorOfEdge[reader][edge]][placeOfEdge[reader][edge]] = edge;
    }
    pulls[reader]--;
    if (--edgeCount[author] == 0) {
      followers[author] = NOBODY;
      edgeOfFollower[author] = NOBODY;
      authors.remove(author);
    }
  }
}
