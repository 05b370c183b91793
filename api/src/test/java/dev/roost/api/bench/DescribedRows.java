package dev.roost.api.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The names of rows that the README of this module describes.
public final class DescribedRows {

  private static final Path README = Path.of("README.md");
  private static final Pattern LINE = Pattern.compile("(?m)^\\| (`[^|]+`) \\| (?!`)");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final String STRATEGY = "(all-push|all-pull|per-edge|threshold-N)";
  private static final String CONTESTANT =
      "(redis-list|redis-zset|actor-per-user|roost|loop|loop-1)";
  private static final String SCORED =
      "(smile|lightgbm|xgboost|roost-portable|roost-vector|quantise|roost-vector-floats)";
  private static final Pattern DESCRIBED = described();

  private DescribedRows() {}

  /// Returns whether a name is described.
  public static boolean contains(String name) {
    return DESCRIBED.matcher(name).matches();
  }

  private static Pattern described() {
    try {
      var readme = Files.readString(README);
      var tables = readme.substring(readme.indexOf("## Rows of benches"));
      return Pattern.compile(
          LINE.matcher(tables)
              .results()
              .flatMap(line -> NAME.matcher(line.group(1)).results())
              .map(name -> name.group(1))
              .map(DescribedRows::pattern)
              .collect(joining("|")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pattern(String name) {
    return name.replaceFirst("^C", CONTESTANT)
        .replaceFirst("-S$", "-" + STRATEGY)
        .replaceFirst("\\bP\\b", SCORED)
        .replace("-R", "-(1|5|50)")
        .replaceAll("-N\\b", "-\\\\d+");
  }
}
