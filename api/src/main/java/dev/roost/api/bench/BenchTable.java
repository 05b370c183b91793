package dev.roost.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rows of a bench as a table for a person: value, unit, and, where they are among the rows and
/// units are the same, the ratio to the peer and to the limit.
public final class BenchTable {

  private static final String LINE = "%-32s %12s %-14s";
  private static final String RATIO = " %10s";
  private static final String LOW = "-min";
  private static final String HIGH = "-max";

  private final Map<String, BenchRow> rows;
  private final Optional<String> peer;
  private final Optional<String> limit;

  private BenchTable(Bench bench, List<BenchRow> rows) {
    this.rows = rows.stream().collect(Collectors.toMap(BenchRow::name, Function.identity()));
    peer = bench.peer().filter(this.rows::containsKey);
    limit = bench.limit().filter(this.rows::containsKey);
  }

  /// Returns the lines of a table of rows.
  public static List<String> lines(Bench bench, List<BenchRow> rows) {
    var table = new BenchTable(bench, rows);
    var lines = new ArrayList<String>();
    lines.add(table.head());
    rows.stream().filter(row -> !table.isBound(row)).map(table::line).forEach(lines::add);
    table.peer.ifPresent(peer -> lines.add("Peer: " + peer + "."));
    table.limit.ifPresent(limit -> lines.add("Limit: " + limit + "."));
    return lines;
  }

  private String head() {
    var bounds = rows.values().stream().anyMatch(this::isBound) ? "  min..max" : "";
    return (LINE.formatted("", "value", "unit")
            + peer.map(_ -> RATIO.formatted("x peer")).orElse("")
            + limit.map(_ -> RATIO.formatted("x limit")).orElse("")
            + bounds)
        .stripTrailing();
  }

  private boolean isBound(BenchRow row) {
    var name = row.name();
    return (name.endsWith(LOW) || name.endsWith(HIGH))
        && rows.containsKey(name.substring(0, name.length() - LOW.length()));
  }

  private String line(BenchRow row) {
    return (LINE.formatted(row.name(), number(row.value()), row.unit())
            + peer.map(other -> RATIO.formatted(ratio(row, other))).orElse("")
            + limit.map(other -> RATIO.formatted(ratio(row, other))).orElse("")
            + range(row))
        .stripTrailing();
  }

  private String ratio(BenchRow row, String to) {
    var other = rows.get(to);
    return other == null || !other.unit().equals(row.unit()) || other.value() == 0
        ? ""
        : number(row.value() / other.value());
  }

  private String range(BenchRow row) {
    var low = rows.get(row.name() + LOW);
    var high = rows.get(row.name() + HIGH);
    return low == null || high == null
        ? ""
        : "  " + number(low.value()) + ".." + number(high.value());
  }

  /// Returns a figure of three digits or so.
  public static String number(double value) {
    if (Math.abs(value) >= 1e6) {
      return "%.2f M".formatted(value / 1e6);
    }
    return Math.abs(value) >= 1000 ? "%,.0f".formatted(value) : "%.3g".formatted(value);
  }
}
