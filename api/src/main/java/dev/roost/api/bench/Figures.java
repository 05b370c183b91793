package dev.roost.api.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was measured of one contestant.
final class Figures {

  private static final String RATE = "deliveries/s";

  private final List<Double> rates = new ArrayList<>();
  private final Map<String, Double> bytes = new LinkedHashMap<>(); // a reader, by suffix of a row

  /// Notes how fast a round was.
  void addRate(double deliveriesPerSecond) {
    rates.add(deliveriesPerSecond);
  }

  /// Notes what all readers take, and what parts of it are known; the others are the rest.
  void setBytes(long all, Map<String, Long> parts, int readers) {
    bytes.put("-bytes-per-reader", (double) all / readers);
    parts.forEach((part, each) -> bytes.put("-bytes-" + part, (double) each / readers));
    if (!parts.isEmpty()) {
      long known = parts.values().stream().mapToLong(each -> each).sum();
      bytes.put("-bytes-rest", (double) (all - known) / readers);
    }
  }

  /// Returns the rows of the rates.
  List<BenchRow> rates(String name) {
    return rows(name, rates, RATE);
  }

  /// Returns the rows of how many times as fast as another this was in the same round.
  List<BenchRow> ratios(String name, Figures other) {
    var ratios = new ArrayList<Double>();
    for (int round = 0; round < rates.size(); round++) {
      ratios.add(rates.get(round) / other.rates.get(round));
    }
    return rows(name, ratios, "x");
  }

  private static List<BenchRow> rows(String name, List<Double> rounds, String unit) {
    double[] sorted = rounds.stream().mapToDouble(each -> each).sorted().toArray();
    return List.of(
        new BenchRow(name, Median.of(sorted), unit),
        new BenchRow(name + "-min", sorted[0], unit),
        new BenchRow(name + "-max", sorted[sorted.length - 1], unit));
  }

  /// Returns the rows of bytes, if they were measured.
  List<BenchRow> bytes(String name) {
    return bytes.entrySet().stream()
        .map(each -> new BenchRow(name + each.getKey(), each.getValue(), "bytes"))
        .toList();
  }
}
