package dev.roost.model.embed;

import dev.roost.model.learn.Example;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// The tokens of items that positives speak of, numbered: items, then writers, then topics.
final class Tokens {

  private static final double MOST_SHARE = 0.5; // a token of most positives tells nobody apart

  private final long[] readers;
  private final Numbered items;
  private final Numbered writers;
  private final Numbered topics;
  private final List<Example> positives;
  private final double[] fades;

  /// Keys of one family in ascending order, with their evidence.
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class; nobody compares it
  private record Numbered(long[] keys, float[] evidence, ToLongFunction<Example> keyOf) {

    int number(Example example) {
      return Arrays.binarySearch(keys, keyOf.applyAsLong(example));
    }
  }

  private Tokens(List<Example> positives, double[] fades, double minEvidence) {
    this.positives = positives;
    this.fades = fades;
    readers = positives.stream().mapToLong(Tokens::reader).distinct().sorted().toArray();
    items = number(example -> example.served().item().value(), _ -> true, minEvidence);
    writers = number(example -> example.served().author().value(), _ -> true, minEvidence);
    topics = number(Tokens::topic, Tokens::hasTopic, minEvidence);
  }

  /// @param fades what each positive counts, in the same order
  static Tokens of(List<Example> positives, double[] fades, double minEvidence) {
    return new Tokens(positives, fades, minEvidence);
  }

  private static long reader(Example example) {
    return example.served().reader().value();
  }

  private static long topic(Example example) {
    return TokenEmbedding.topic(example.served().topic());
  }

  private static boolean hasTopic(Example example) {
    return !example.served().topic().isEmpty();
  }

  private Numbered number(
      ToLongFunction<Example> keyOf, Predicate<Example> has, double minEvidence) {
    var evidence = new TreeMap<Long, Double>();
    for (int i = 0; i < fades.length; i++) {
      if (has.test(positives.get(i))) {
        evidence.merge(keyOf.applyAsLong(positives.get(i)), fades[i], Double::sum);
      }
    }
    double all = Arrays.stream(fades).sum();
    evidence.values().removeIf(faded -> faded < minEvidence || faded > MOST_SHARE * all);
    var keys = new long[evidence.size()];
    var weights = new float[keys.length];
    int at = 0;
    for (var entry : evidence.entrySet()) {
      keys[at] = entry.getKey();
      weights[at++] = entry.getValue().floatValue();
    }
    return new Numbered(keys, weights, keyOf);
  }

  int readers() {
    return readers.length;
  }

  int columns() {
    return items.keys().length + writers.keys().length + topics.keys().length;
  }

  /// Returns readers by tokens: roots of the faded numbers of positives.
  SparseMatrix matrix() {
    var cells = new TreeMap<Long, Double>(); // row << 32 | column
    for (int i = 0; i < fades.length; i++) {
      var example = positives.get(i);
      long row = (long) Arrays.binarySearch(readers, reader(example)) << 32;
      int from = 0;
      for (var family : List.of(items, writers, topics)) {
        int number = family.number(example);
        if (number >= 0) {
          cells.merge(row | from + number, fades[i], Double::sum);
        }
        from += family.keys().length;
      }
    }
    return byRows(cells);
  }

  private SparseMatrix byRows(SortedMap<Long, Double> cells) {
    var rowStart = new int[readers.length + 1];
    var column = new int[cells.size()];
    var value = new double[cells.size()];
    int at = 0;
    for (var cell : cells.entrySet()) {
      long key = cell.getKey();
      rowStart[(int) (key >>> 32) + 1]++;
      column[at] = (int) key;
      value[at++] = Math.sqrt(cell.getValue());
    }
    for (int row = 0; row < readers.length; row++) {
      rowStart[row + 1] += rowStart[row];
    }
    return new SparseMatrix(columns(), rowStart, column, value);
  }

  /// Returns the embedding with these vectors, row-major `[columns, dimensions]`.
  TokenEmbedding embedding(String version, float[] vectors, int dimensions) {
    int toWriters = items.keys().length;
    int toTopics = toWriters + writers.keys().length;
    return new TokenEmbedding(
        version,
        dimensions,
        family(items, vectors, 0, dimensions),
        family(writers, vectors, toWriters, dimensions),
        family(topics, vectors, toTopics, dimensions),
        TokenFamily.empty(dimensions));
  }

  private static TokenFamily family(Numbered family, float[] vectors, int from, int dimensions) {
    int to = from + family.keys().length;
    return new TokenFamily(
        family.keys(),
        family.evidence(),
        Arrays.copyOfRange(vectors, from * dimensions, to * dimensions),
        dimensions);
  }
}
