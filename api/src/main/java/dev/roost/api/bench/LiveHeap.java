package dev.roost.api.bench;

import java.lang.management.ManagementFactory;

/// What the heap holds and cannot let go.
public final class LiveHeap {

  private static final int MOST_COLLECTIONS = 8;
  private static final long STABLE_BYTES = 64 * 1024;

  private LiveHeap() {}

  /// Returns the bytes that are left when collecting frees no more; takes some full collections.
  public static long bytes() {
    long before = Long.MAX_VALUE;
    for (int i = 0; i < MOST_COLLECTIONS; i++) {
      System.gc();
      long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      if (before - now < STABLE_BYTES) {
        return now;
      }
      before = now;
    }
    return before;
  }
}
