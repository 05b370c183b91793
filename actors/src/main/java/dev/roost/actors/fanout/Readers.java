package dev.roost.actors.fanout;

/// The active readers of a partition: a slot for each, and what is known of them.
///
/// A read of one reader among many waits for memory, not for computation. Therefore all of it
/// stands together in 64 bytes, but for the end of the inbox, which delivery moves, and its notes.
final class Readers {

  private static final long UNKNOWN = -1;
  private static final int INTS = 16; // a reader:
  private static final int VERSION = 0; // two
  private static final int LAST_READ = 2; // two
  private static final int SINCE = 4; // two
  private static final int READS = 6; // two
  private static final int DEGREE = 8;
  private static final int PULLS = 9;
  private static final int SEEN = 10;
  private static final int TAKEN = 11;
  private static final int ASKED = 12;
  private static final int PUSHING = 13;
  private static final int PULLING = 14;
  private static final int ACTIVE = 15;

  private final Slots slots;
  private final Records records = new Records(INTS);

  /// Returns no readers.
  ///
  /// @param skipped a mask of slots that are not given out, as [Slots] has it
  Readers(int skipped) {
    slots = new Slots(skipped);
  }

  // ---- slots ----

  /// Returns the slot of a reader, or [Slots#NONE].
  int find(long reader) {
    return slots.find(reader);
  }

  /// Returns a slot for a reader who had none: without edges, of unknown relations.
  int add(long reader, long nowMillis) {
    int slot = slots.add(reader);
    records.open(slot);
    records.set(slot, ACTIVE, 1);
    records.setLong(slot, VERSION, UNKNOWN);
    records.setLong(slot, SINCE, nowMillis);
    return slot;
  }

  /// Frees the slot of a reader without edges.
  void remove(int slot) {
    slots.remove(slot);
    records.set(slot, ACTIVE, 0);
  }

  /// Returns how many readers are active.
  int size() {
    return slots.size();
  }

  /// Returns the bound of the slots given out so far.
  int bound() {
    return slots.bound();
  }

  /// Returns whether a slot below the bound is in use.
  boolean isActive(int slot) {
    return records.get(slot, ACTIVE) != 0;
  }

  // ---- what is known ----

  /// Returns the version of the relations that edges stand for; negative if none are known.
  long version(int slot) {
    return records.getLong(slot, VERSION);
  }

  void setVersion(int slot, long version) {
    records.setLong(slot, VERSION, version);
  }

  /// Returns when the reader first read since becoming active.
  long sinceMillis(int slot) {
    return records.getLong(slot, SINCE);
  }

  long lastReadMillis(int slot) {
    return records.getLong(slot, LAST_READ);
  }

  void setLastReadMillis(int slot, long millis) {
    records.setLong(slot, LAST_READ, millis);
  }

  /// Returns the counts of reads, as [Rate] packs them.
  long reads(int slot) {
    return records.getLong(slot, READS);
  }

  void setReads(int slot, long counts) {
    records.setLong(slot, READS, counts);
  }

  /// Returns how many authors the reader follows.
  int degree(int slot) {
    return records.get(slot, DEGREE);
  }

  void setDegree(int slot, int edges) {
    records.set(slot, DEGREE, edges);
  }

  /// Returns how many authors the reader pulls.
  int pulls(int slot) {
    return records.get(slot, PULLS);
  }

  void setPulls(int slot, int edges) {
    records.set(slot, PULLS, edges);
  }

  /// Returns the row before which all that pulled authors wrote is in the inbox.
  int seen(int slot) {
    return records.get(slot, SEEN);
  }

  void setSeen(int slot, int row) {
    records.set(slot, SEEN, row);
  }

  /// Returns what [Inboxes#appended(int)] was at the last read.
  int taken(int slot) {
    return records.get(slot, TAKEN);
  }

  void setTaken(int slot, int appended) {
    records.set(slot, TAKEN, appended);
  }

  /// Returns how many rows reads ask for, as [Decisions] packs them.
  int asked(int slot) {
    return records.get(slot, ASKED);
  }

  void setAsked(int slot, int asked) {
    records.set(slot, ASKED, asked);
  }

  /// Returns the regret of pushing; see [Regret].
  float pushing(int slot) {
    return records.getFloat(slot, PUSHING);
  }

  void setPushing(int slot, double regret) {
    records.setFloat(slot, PUSHING, (float) regret);
  }

  /// Returns the regret of pulling; see [Regret].
  float pulling(int slot) {
    return records.getFloat(slot, PULLING);
  }

  void setPulling(int slot, double regret) {
    records.setFloat(slot, PULLING, (float) regret);
  }

  /// Returns the memory they take.
  long bytes() {
    return slots.bytes() + records.bytes();
  }
}
