package dev.roost.model.feature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The columns of a feature row: named, ordered, with units and a value for "unknown".
///
/// Two schemas are the same if their hashes are. A model serves under one schema only.
public final class FeatureSchema {

  private static final FeatureSchema STANDARD =
      new FeatureSchema(Arrays.stream(Feature.values()).map(Feature::definition).toList());

  /// One column.
  ///
  /// @param missing the finite value that stands for "unknown"
  /// @param meaning one line for people; no part of the hash
  public record Definition(String name, String unit, float missing, String meaning) {
    public Definition {
      if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException("name must be kebab case: " + name);
      }
      if (!Float.isFinite(missing)) {
        throw new IllegalArgumentException("missing must be finite: " + missing);
      }
    }
  }

  private final List<Definition> columns;
  private final List<String> names;
  private final String hash;

  private FeatureSchema(List<Definition> columns) {
    this.columns = List.copyOf(columns);
    this.names = columns.stream().map(Definition::name).toList();
    this.hash = hash(columns);
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("names must differ: " + names);
    }
  }

  /// Returns the schema of [Feature].
  public static FeatureSchema standard() {
    return STANDARD;
  }

  /// Returns a schema of these columns, in this order.
  public static FeatureSchema of(List<Definition> columns) {
    return new FeatureSchema(columns);
  }

  private static String hash(List<Definition> columns) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var column : columns) {
        var line = column.name() + '\t' + column.unit() + '\t' + column.missing() + '\n';
        sha.update(line.getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Returns the SHA-256, in hexadecimal, of names, units and missing values in order.
  public String hash() {
    return hash;
  }

  /// Returns the number of columns.
  public int size() {
    return columns.size();
  }

  /// Returns the names in order.
  public List<String> names() {
    return names;
  }

  /// Returns the column of that index.
  public Definition column(int index) {
    return columns.get(index);
  }

  /// Returns the index of a name, or empty if there is no such column.
  public OptionalInt indexOf(String name) {
    int index = names.indexOf(name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /// Returns whether `value` stands for "unknown" in that column.
  public boolean isMissing(int index, float value) {
    return value == columns.get(index).missing();
  }

  /// Returns the columns as a table in Markdown, in order.
  public String table() {
    var table = new StringBuilder("| | name | unit | unknown | meaning |\n|--:|---|---|--:|---|\n");
    for (int i = 0; i < size(); i++) {
      var column = columns.get(i);
      table.append(
          "| %d | `%s` | %s | %s | %s |\n"
              .formatted(
                  i,
                  column.name(),
                  column.unit(),
                  Float.toString(column.missing()).replaceFirst("\\.0$", ""),
                  column.meaning()));
    }
    return table.toString();
  }

  /// Returns what is wrong with a row, naming the first column that is not finite; empty if sound.
  public Optional<String> complaint(float[] row) {
    if (row.length != size()) {
      return Optional.of("row has " + row.length + " values, schema " + size());
    }
    return IntStream.range(0, row.length)
        .filter(i -> !Float.isFinite(row[i]))
        .mapToObj(i -> names.get(i) + " is " + row[i])
        .findFirst();
  }
}
