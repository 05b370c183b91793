package dev.roost.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What was measured of one contestant.
final class Figures {

  private static final String RATE = "deliveries/s";

  private final List<Double> rates = new ArrayList<>();
  private OptionalDouble bytesPerReader = OptionalDouble.empty();

  /// Notes how fast a round was.
  void addRate(double deliveriesPerSecond) {
    rates.add(deliveriesPerSecond);
  }

  /// Notes what a reader takes.
  void setBytesPerReader(double bytes) {
    bytesPerReader = OptionalDouble.of(bytes);
  }

  /// Returns the median of the rounds; the lower one of two.
  double median() {
    return sorted().get((rates.size() - 1) / 2);
  }

  private List<Double> sorted() {
    return rates.stream().sorted().toList();
  }

  /// Returns the rows of the rates.
  List<BenchRow> rates(String name) {
    return List.of(
        new BenchRow(name, median(), RATE),
        new BenchRow(name + "-min", sorted().getFirst(), RATE),
        new BenchRow(name + "-max", sorted().getLast(), RATE));
  }

  /// Returns the row of bytes, if they were measured.
  List<BenchRow> bytes(String name) {
    return bytesPerReader.stream()
        .mapToObj(bytes -> new BenchRow(name + "-bytes-per-reader", bytes, "bytes"))
        .toList();
  }
}
