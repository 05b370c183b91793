package dev.roost.model.reader;

import dev.roost.model.domain.RelationChange;
import java.util.Arrays;

/// How one user stands to others: immutable sorted sets of user identifiers.
///
/// Lookups take O(log n), changes O(n). The version counts changes, so that a view built from
/// relations can be checked to be of the same age.
public final class Relations {

  private static final long[] NOBODY = {};
  private static final Relations NONE = new Relations(NOBODY, NOBODY, NOBODY, NOBODY, 0);

  private final long[] follows;
  private final long[] blocks;
  private final long[] mutes;
  private final long[] blockedBy;
  private final long version;

  private Relations(long[] follows, long[] blocks, long[] mutes, long[] blockedBy, long version) {
    this.follows = follows;
    this.blocks = blocks;
    this.mutes = mutes;
    this.blockedBy = blockedBy;
    this.version = version;
  }

  /// Returns the relations of a user who knows nobody.
  public static Relations none() {
    return NONE;
  }

  /// Returns the relations after a change; this same object if nothing changes.
  public Relations after(RelationChange change, long other) {
    return switch (change) {
      case FOLLOW -> with(added(follows, other), blocks, mutes, blockedBy);
      case UNFOLLOW -> with(removed(follows, other), blocks, mutes, blockedBy);
      case BLOCK -> with(removed(follows, other), added(blocks, other), mutes, blockedBy);
      case UNBLOCK -> with(follows, removed(blocks, other), mutes, blockedBy);
      case MUTE -> with(follows, blocks, added(mutes, other), blockedBy);
      case UNMUTE -> with(follows, blocks, removed(mutes, other), blockedBy);
    };
  }

  /// Returns the relations after another user began or ceased to block this one.
  public Relations afterBlockedBy(long other, boolean blocked) {
    return with(
        blocked ? removed(follows, other) : follows,
        blocks,
        mutes,
        blocked ? added(blockedBy, other) : removed(blockedBy, other));
  }

  private Relations with(long[] follows, long[] blocks, long[] mutes, long[] blockedBy) {
    boolean same =
        follows == this.follows
            && blocks == this.blocks
            && mutes == this.mutes
            && blockedBy == this.blockedBy;
    return same ? this : new Relations(follows, blocks, mutes, blockedBy, version + 1);
  }

  private static long[] added(long[] set, long value) {
    int place = Arrays.binarySearch(set, value);
    if (place >= 0) {
      return set;
    }
    int at = -place - 1;
    var next = new long[set.length + 1];
    System.arraycopy(set, 0, next, 0, at);
    next[at] = value;
    System.arraycopy(set, at, next, at + 1, set.length - at);
    return next;
  }

  private static long[] removed(long[] set, long value) {
    int at = Arrays.binarySearch(set, value);
    if (at < 0) {
      return set;
    }
    var next = new long[set.length - 1];
    System.arraycopy(set, 0, next, 0, at);
    System.arraycopy(set, at + 1, next, at, next.length - at);
    return next;
  }

  /// Returns whether this user follows `author`.
  public boolean follows(long author) {
    return contains(follows, author);
  }

  /// Returns whether nothing of `author` may be shown: blocked, muted, or blocked by them.
  public boolean hides(long author) {
    return contains(blocks, author) || contains(mutes, author) || contains(blockedBy, author);
  }

  /// Searches without a branch that depends on the values: feeds ask for each candidate.
  private static boolean contains(long[] set, long value) {
    int at = 0;
    for (int left = set.length; left > 1; left -= left >>> 1) {
      at = set[at + (left >>> 1)] <= value ? at + (left >>> 1) : at;
    }
    return at < set.length && set[at] == value;
  }

  /// Returns whether this user blocks `other`.
  public boolean blocks(long other) {
    return Arrays.binarySearch(blocks, other) >= 0;
  }

  /// Returns whether `other` blocks this user.
  public boolean blockedBy(long other) {
    return Arrays.binarySearch(blockedBy, other) >= 0;
  }

  /// Returns how many authors are followed.
  public int followCount() {
    return follows.length;
  }

  /// Returns the followed authors in ascending order; a fresh copy.
  public long[] follows() {
    return follows.clone();
  }

  /// Returns the followed author of that index in ascending order.
  public long follow(int i) {
    return follows[i];
  }

  /// Returns the number of changes so far.
  public long version() {
    return version;
  }
}
