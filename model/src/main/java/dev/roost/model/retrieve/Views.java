package dev.roost.model.retrieve;

import dev.roost.model.crowd.Crowd;
import dev.roost.model.item.ItemTable;

/// What a node knows, from which feeds are made: each has one writer and any number of readers.
///
/// @param table of the items
/// @param neighbours of places in the table
/// @param crowd what all readers do
/// @param sponsors who offers sponsored items
public record Views(ItemTable table, NeighbourIndex neighbours, Crowd crowd, Sponsors sponsors) {

  /// Returns the views over a table whose first posts are still to come; nothing is sponsored.
  ///
  /// @param trendingNearby most rows that trend in a country or a language
  /// @param scanned newest rows among which neighbours are found by a scan
  public static Views over(ItemTable table, int trendingNearby, int scanned) {
    return new Views(
        table,
        new NeighbourIndex(table, scanned),
        new Crowd(table, trendingNearby),
        Sponsors.none());
  }

  /// Returns the same views with sponsored items from there.
  public Views with(Sponsors others) {
    return new Views(table, neighbours, crowd, others);
  }
}
