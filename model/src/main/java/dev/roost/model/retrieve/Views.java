package dev.roost.model.retrieve;

import dev.roost.model.crowd.Crowd;
import dev.roost.model.item.ItemTable;

/// What a node knows, from which feeds are made: each has one writer and any number of readers.
///
/// @param table of the items
/// @param neighbours of places in the table
/// @param crowd what all readers do
public record Views(ItemTable table, NeighbourIndex neighbours, Crowd crowd) {

  /// Returns the views over a table whose first posts are still to come.
  ///
  /// @param trendingNearby most rows that trend in a country or a language
  /// @param scanned newest rows among which neighbours are found by a scan
  public static Views over(ItemTable table, int trendingNearby, int scanned) {
    return new Views(table, new NeighbourIndex(table, scanned), new Crowd(table, trendingNearby));
  }
}
