package dev.roost.api.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What takes part in [FanoutBench]; the names in kebab case are those of its rows.
public enum FanoutEntry {
  REDIS_LIST,
  REDIS_ZSET,
  ACTOR_PER_USER,
  ROOST,
  LOOP,
  LOOP_1;

  /// Returns the name of the row.
  public String row() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the entries of a comma list of rows, or all; Roost is always among them.
  ///
  /// @throws IllegalArgumentException if a name is not that of a row; the message lists them
  public static Set<FanoutEntry> parse(String list) {
    if (list.equals("all")) {
      return EnumSet.allOf(FanoutEntry.class);
    }
    var entries = EnumSet.of(ROOST);
    for (var name : list.split(",", -1)) {
      entries.add(named(name.strip()));
    }
    return entries;
  }

  private static FanoutEntry named(String name) {
    return Arrays.stream(values())
        .filter(entry -> entry.row().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no peer '" + name + "'; there are: all, or some of " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(FanoutEntry::row).collect(Collectors.joining(","));
  }
}
