package dev.roost.api.cli;

import dev.roost.simulator.report.RunReport;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;

/// Measures what a run costs on this machine.
final class CostMeter {

  private static final double MIB = 1 << 20;

  private final long beganNanos = System.nanoTime();

  private CostMeter() {}

  /// Starts to measure.
  static CostMeter start() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new CostMeter();
  }

  /// Returns the report with its cost up to now. The peak is the sum of the peaks of the parts of
  /// the heap, so it is an upper bound.
  RunReport addTo(RunReport report) {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    return report.measured(Duration.ofNanos(System.nanoTime() - beganNanos), peak / MIB);
  }
}
