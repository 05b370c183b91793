package dev.roost.model.metric;

import dev.roost.model.chance.Chance;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Predictions apart by what they have in common: a country, an age band, a source, a model
/// version.
///
/// A metric that looks well as a whole may fail a slice: see each with its count, and with an
/// interval before a difference is believed. Many slices make some look bad by chance.
///
/// @param <K> what slices are told apart by; its order is that of the slices
public final class Sliced<K extends Comparable<K>> {

  private final TreeMap<K, ReaderPredictions> slices = new TreeMap<>();

  private Sliced() {}

  /// Returns predictions in slices. O(n log n).
  ///
  /// @param key the slice of the prediction at an index
  public static <K extends Comparable<K>> Sliced<K> by(IntFunction<K> key, ReaderPredictions all) {
    var indices = new TreeMap<K, IntStream.Builder>();
    for (int i = 0; i < all.predictions().size(); i++) {
      indices.computeIfAbsent(key.apply(i), _ -> IntStream.builder()).add(i);
    }
    var sliced = new Sliced<K>();
    indices.forEach((k, at) -> sliced.slices.put(k, all.only(at.build().toArray())));
    return sliced;
  }

  /// Returns the predictions of each slice.
  public SortedMap<K, ReaderPredictions> slices() {
    return Collections.unmodifiableSortedMap(slices);
  }

  /// Returns every metric of each slice, with its count.
  public SortedMap<K, Summary> summaries() {
    return each(Summary::of);
  }

  /// Returns a metric of each slice with its interval over readers; empty where it has no value.
  public SortedMap<K, Optional<MeanInterval>> intervals(
      PredictionMetric metric, int resamples, Chance chance) {
    return each(slice -> slice.interval(metric::of, resamples, chance));
  }

  private <T> SortedMap<K, T> each(Function<ReaderPredictions, T> question) {
    var answers = new TreeMap<K, T>();
    slices.forEach((key, slice) -> answers.put(key, question.apply(slice)));
    return Collections.unmodifiableSortedMap(answers);
  }
}
