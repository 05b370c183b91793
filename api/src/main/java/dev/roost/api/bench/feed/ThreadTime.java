package dev.roost.api.bench.feed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// The processor time of the calling thread: what other threads and programs take from the machine
/// does not count, nor does waiting for the collector.
///
/// A look takes some hundred nanoseconds.
final class ThreadTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ThreadTime() {}

  /// Returns the nanoseconds spent so far.
  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
