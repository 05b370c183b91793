package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import java.util.Arrays;

/// Who is there: who joined, and who left for good.
///
/// People come a few each day, and in waves when a drift says so. After each feed somebody may
/// leave, the likelier the less their feeds have been worth of late. It changes between the phases
/// of a tick only.
public final class Presence {

  private static final int NEVER = Integer.MAX_VALUE;

  private final PeopleSettings settings;
  private final int[] joins; // ticks
  private final int[] leaves; // ticks
  private final float[] satisfaction;
  private final Fate fate;
  private final Census census;
  private int claimed;

  Presence(WorldSettings world) {
    this.census = world.census();
    this.settings = world.shape().people();
    this.joins = new int[census.all()];
    this.leaves = new int[census.all()];
    this.satisfaction = new float[census.all()];
    this.fate = world.fate("leaving");
    Arrays.fill(leaves, NEVER);
    Arrays.fill(satisfaction, (float) settings.expectation());
    Arrays.fill(joins, census.settled(), census.all(), NEVER);
    double perTick = settings.arrivals() * census.settled() / world.ticksPerDay();
    var chance = Chance.of(world.seed(), "arrivals");
    for (int nth = 0; nth < census.joining(); nth++) {
      int user = census.firstJoining() + nth;
      joins[user] = 1 + (int) ((nth + chance.uniform(user, 0, 0)) / perTick);
    }
  }

  /// Returns the tick with whose beginning somebody joins; the largest int for never.
  public int joins(int user) {
    return joins[user];
  }

  /// Returns whether somebody is there during a tick.
  public boolean isThere(int user, int tick) {
    return joins[user] <= tick && tick < leaves[user];
  }

  /// Returns whether somebody has left for good by the beginning of a tick.
  public boolean hasLeft(int user, int tick) {
    return leaves[user] <= tick;
  }

  /// Lets somebody who never joined join with the beginning of a tick, which is not over.
  public void join(int user, int tick) {
    if (joins[user] == NEVER) {
      joins[user] = tick;
    }
  }

  /// Returns the first of the next people who may join by a drift, `count` in a row; they are
  /// nobody else's from now on.
  ///
  /// @throws IllegalStateException if the world has not so many
  public int claim(int count) {
    if (claimed + count > census.expected()) {
      throw new IllegalStateException(
          "%d people are expected, not %d".formatted(census.expected() - claimed, count));
    }
    claimed += count;
    return census.firstExpected() + claimed - count;
  }

  /// Forgets who was claimed, while none of them has joined.
  void release() {
    claimed = 0;
  }

  /// Lets somebody leave for good with the beginning of a tick.
  public void leave(int user, int tick) {
    leaves[user] = Math.min(leaves[user], tick);
  }

  /// Notes what a feed was worth to a reader, who may leave for it with the next tick.
  void read(int user, int tick, double worth) {
    double weight = settings.memory();
    satisfaction[user] += (float) (weight * (worth - satisfaction[user]));
    double leaving =
        settings.leaving() * StrictMath.exp(-Math.max(0, satisfaction[user]) / settings.patience());
    if (fate.at(tick).happens(leaving, user, tick, 0)) {
      leaves[user] = Math.min(leaves[user], tick + 1);
    }
  }

  /// Returns what a reader's feeds have been worth of late.
  public double satisfaction(int user) {
    return satisfaction[user];
  }
}
