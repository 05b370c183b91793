package dev.roost.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rows of a bench as a table for a person: value, unit, and the ratio to the peer and to the
/// limit where these are of the same unit.
public final class BenchTable {

  private static final String LINE = "%-32s %12s %-14s %10s %10s  %s";
  private static final String LOW = "-min";
  private static final String HIGH = "-max";

  private final Bench bench;
  private final Map<String, BenchRow> rows;

  private BenchTable(Bench bench, List<BenchRow> rows) {
    this.bench = bench;
    this.rows = rows.stream().collect(Collectors.toMap(BenchRow::name, Function.identity()));
  }

  /// Returns the lines of the table, the machine first.
  public static List<String> lines(Bench bench, BenchReport report) {
    var table = new BenchTable(bench, report.rows());
    var lines = new ArrayList<String>();
    lines.add(report.machine());
    lines.add(LINE.formatted("", "value", "unit", "x peer", "x limit", "min..max").stripTrailing());
    report.rows().stream().filter(row -> !table.isBound(row)).map(table::line).forEach(lines::add);
    bench.peer().ifPresent(peer -> lines.add("Peer: " + peer + "."));
    bench.limit().ifPresent(limit -> lines.add("Limit: " + limit + "."));
    return lines;
  }

  private boolean isBound(BenchRow row) {
    var name = row.name();
    return (name.endsWith(LOW) || name.endsWith(HIGH))
        && rows.containsKey(name.substring(0, name.length() - LOW.length()));
  }

  private String line(BenchRow row) {
    return LINE.formatted(
            row.name(),
            number(row.value()),
            row.unit(),
            ratio(row, bench.peer()),
            ratio(row, bench.limit()),
            range(row))
        .stripTrailing();
  }

  private String ratio(BenchRow row, Optional<String> to) {
    var other = to.map(rows::get).orElse(null);
    return other == null || !other.unit().equals(row.unit()) || other.value() == 0
        ? ""
        : number(row.value() / other.value());
  }

  private String range(BenchRow row) {
    var low = rows.get(row.name() + LOW);
    var high = rows.get(row.name() + HIGH);
    return low == null || high == null ? "" : number(low.value()) + ".." + number(high.value());
  }

  /// Returns a figure of three digits or so.
  public static String number(double value) {
    if (Math.abs(value) >= 1e6) {
      return "%.2f M".formatted(value / 1e6);
    }
    return Math.abs(value) >= 1000 ? "%,.0f".formatted(value) : "%.3g".formatted(value);
  }
}
