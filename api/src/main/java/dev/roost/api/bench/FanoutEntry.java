package dev.roost.api.bench;

import java.util.Set;

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
    return OptionNames.of(this);
  }

  /// Returns the entries of a comma list of rows, or all; Roost is always among them.
  ///
  /// @throws IllegalArgumentException if a name is not that of a row; the message lists them
  public static Set<FanoutEntry> parse(String list) {
    var entries = OptionNames.parse(FanoutEntry.class, "peer", list);
    entries.add(ROOST);
    return entries;
  }
}
