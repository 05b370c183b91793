package dev.roost.actors.fanout;

import java.time.Duration;

/// How often something happens: a count over a sliding window, packed into one long.
///
/// Two counters, of the present window and of the one before it, stand for a window that slides:
/// the one before counts with the share of it that the sliding window still covers. Integers and
/// one division, so the same events give the same rate everywhere. Times before the present window
/// count as of it.
final class Rate {

  private static final double MILLIS_A_DAY = 86_400_000;
  private static final long COUNT = (1L << 24) - 1;
  private static final int BEFORE = 24;
  private static final int WINDOW = 48;
  private static final int WINDOWS = 1 << 16; // numbers of windows wrap

  private final long windowMillis;
  private long presentMillis = Long.MIN_VALUE; // start of the window asked for last
  private int present; // its number

  /// Returns a way to count.
  ///
  /// @param window over which rates are estimated, at least a millisecond
  Rate(Duration window) {
    windowMillis = window.toMillis();
  }

  /// Returns the counts after one more event.
  ///
  /// @param counts of earlier events, 0 for none
  long after(long counts, long atMillis) {
    int number = number(atMillis);
    int steps = counts == 0 ? 2 : steps(counts, number);
    long now = counts & COUNT;
    long before = counts >>> BEFORE & COUNT;
    return switch (steps) {
      case 0 -> pack(Math.min(COUNT, now + 1), before, number);
      case 1 -> pack(1, now, number);
      default ->
          steps > WINDOWS / 2 // a time before the present window
              ? pack(Math.min(COUNT, now + 1), before, (int) (counts >>> WINDOW))
              : pack(1, 0, number);
    };
  }

  private static long pack(long now, long before, int number) {
    return (long) number << WINDOW | before << BEFORE | now;
  }

  private int number(long atMillis) {
    long since = atMillis - presentMillis;
    if (since < 0 || since >= windowMillis) {
      presentMillis = Math.floorDiv(atMillis, windowMillis) * windowMillis;
      present = (int) Math.floorMod(presentMillis / windowMillis, (long) WINDOWS);
    }
    return present;
  }

  private static int steps(long counts, int number) {
    return Math.floorMod(number - (int) (counts >>> WINDOW), WINDOWS);
  }

  /// Returns the events of the window that ends at `nowMillis`.
  double count(long counts, long nowMillis) {
    int steps = steps(counts, number(nowMillis));
    double left = 1 - (double) (nowMillis - presentMillis) / windowMillis;
    long now = counts & COUNT;
    return switch (steps) {
      case 0 -> now + left * (counts >>> BEFORE & COUNT);
      case 1 -> left * now;
      default -> steps > WINDOWS / 2 ? now : 0;
    };
  }

  /// Returns whether the last events counted are of different windows.
  static boolean isOtherWindow(long counts, long others) {
    return counts >>> WINDOW != others >>> WINDOW;
  }

  /// Returns events a day.
  double perDay(long counts, long nowMillis) {
    return count(counts, nowMillis) * MILLIS_A_DAY / windowMillis;
  }

  /// Returns events a day of something that was not observed before `sinceMillis`: for that part of
  /// the window an assumed rate stands in.
  double perDay(long counts, long sinceMillis, double assumedPerDay, long nowMillis) {
    double unseen = 1 - Math.min(1, Math.max(0, (double) (nowMillis - sinceMillis) / windowMillis));
    return perDay(counts, nowMillis) + unseen * assumedPerDay;
  }
}
