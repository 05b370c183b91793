package dev.roost.actors.fanout;

import dev.roost.model.item.ItemTable;

/// Appends the rows of the item table to the inboxes of their authors' push followers, in the order
/// of rows, a slice at a time.
///
/// The lists of followers lie all over the memory, and most are short, so that waiting for them
/// would cost more than the deliveries. Therefore some rows ahead are looked up together: loads
/// that do not depend on each other wait for memory at the same time. That doubles the rate of
/// delivery.
///
/// A slice may end within a row. The list of followers is stepped through from its end. Readers who
/// begin to be pushed meanwhile have found the row in the author's chain; they mostly stand behind,
/// but after others left may get the row nevertheless, as may the last reader, who takes a leaver's
/// place. A read drops what comes twice.
final class Delivery {

  private static final int AHEAD = 64; // rows looked up together
  private static final int LINE = 16; // readers in a line of memory
  private static final int TOUCHED = 4 * LINE;
  private static final int ROW_COST = 16; // of a row without followers, counted in deliveries
  private static final int TURNED = 256; // edges turned to pull in one piece
  private static final int TURN_COST = 64; // of each

  private final ItemTable table;
  private final Edges edges;
  private final Authors authors;
  private final Inboxes inboxes;
  private final Decisions decisions;
  private final Sightings sightings;
  private final long[] ids = new long[AHEAD]; // authors of the rows looked up
  private final int[] slots = new int[AHEAD];
  private int ahead; // how many of them are left
  private int looked; // how many there were
  private int applied; // the row after the last that is wholly delivered
  private boolean within; // whether the next row is partly delivered
  private boolean turning; // whether its edges are turned to pull instead
  private long author; // of that row
  private int slot; // of the author
  private int left; // followers who have yet to get the row
  private int reached; // followers who got it
  private long deliveries;
  private int touched; // so that a look ahead is not optimised away

  Delivery(
      ItemTable table, Edges edges, Inboxes inboxes, Decisions decisions, Freshness freshness) {
    this.table = table;
    this.edges = edges;
    authors = edges.authors();
    this.inboxes = inboxes;
    this.decisions = decisions;
    sightings = new Sightings(freshness);
    applied = table.published(); // nobody is active: what is there will be found in chains
  }

  /// Returns the row after the last that is wholly delivered.
  int applied() {
    return applied;
  }

  /// Returns the row after the last that reads may find.
  int visible() {
    return within ? applied + 1 : applied;
  }

  /// Returns how many entries were appended to inboxes so far.
  long deliveries() {
    return deliveries;
  }

  /// Delivers the next rows before `end`, until about `most` deliveries are made.
  void deliver(int end, int most) {
    ahead = 0; // edges may have changed since
    int budget = most;
    if (within) {
      slot = authors.find(author); // or none, if all followers left
    }
    while (budget > 0 && applied - end < 0) {
      if (!within) {
        begin(end);
      }
      budget -= within ? piece(budget) : ROW_COST;
    }
    sightings.tell();
  }

  /// Begins with the next row; one that has left or has no followers is done at once.
  private void begin(int end) {
    skipWhatLeft(end);
    if (applied == end) {
      return;
    }
    if (ahead == 0) {
      lookAhead(Math.min(AHEAD, end - applied));
    }
    slot = slots[looked - ahead--];
    if (slot == Slots.NONE || !table.isRetained(applied)) {
      applied++;
      return;
    }
    long at = table.atMillis(applied);
    decisions.notePost(slot, at);
    authors.addNewest(slot, applied);
    author = authors.id(slot);
    left = authors.pushes(slot);
    reached = 0;
    turning = left > 0 && decisions.hasTooManyFollowers(slot);
    within = true;
  }

  private void skipWhatLeft(int end) {
    int oldest = table.oldest();
    if (applied - oldest < 0) {
      applied = oldest - end < 0 ? oldest : end;
      ahead = 0;
    }
  }

  /// Looks up some rows in steps, each for all rows before the next: no load of a step waits for
  /// another, and none of them depends on a branch that only memory can decide.
  private void lookAhead(int rows) {
    int sum = touched;
    for (int i = 0; i < rows; i++) {
      ids[i] = table.author(applied + i);
      sum += authors.touch(ids[i]);
    }
    for (int i = 0; i < rows; i++) {
      slots[i] = authors.guess(ids[i]);
    }
    for (int i = 0; i < rows; i++) {
      sum += slots[i] == Slots.NONE ? 0 : authors.touchColumns(slots[i]);
    }
    for (int i = 0; i < rows; i++) {
      sum += slots[i] == Slots.NONE ? 0 : edges.touch(slots[i]);
    }
    for (int i = 0; i < rows; i++) {
      if (slots[i] != Slots.NONE && authors.id(slots[i]) != ids[i]) {
        slots[i] = authors.find(ids[i]); // a wrong guess
      }
      sum += slots[i] == Slots.NONE ? 0 : touchFollowers(slots[i]);
    }
    touched = sum;
    looked = rows;
    ahead = rows;
  }

  private int touchFollowers(int author) {
    int[] list = edges.followers(author);
    int sum = 0;
    int end = authors.pushes(author);
    for (int at = end - 1; at >= Math.max(0, end - TOUCHED); at -= LINE) {
      sum += list[at];
    }
    return sum;
  }

  /// Delivers the row at hand to some followers, or has them pull it; returns what that cost.
  private int piece(int budget) {
    int end = slot == Slots.NONE ? 0 : Math.min(left, authors.pushes(slot));
    int from = Math.max(0, end - (turning ? TURNED : budget));
    if (turning) {
      decisions.turnToPull(slot, from, end);
    } else if (end > from) {
      inboxes.append(edges.followers(slot), from, end, Inboxes.entry(applied));
      deliveries += end - from;
      reached += end - from;
    }
    left = from;
    if (left == 0) {
      finish();
    }
    return ROW_COST + (end - from) * (turning ? TURN_COST : 1);
  }

  private void finish() {
    if (slot != Slots.NONE) {
      sightings.note(table.acknowledgedMicros(applied), reached, authors.pulls(slot));
    }
    within = false;
    applied++;
  }
}
