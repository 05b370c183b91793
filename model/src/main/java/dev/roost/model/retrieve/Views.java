package dev.roost.model.retrieve;

import dev.roost.model.crowd.Crowd;
import dev.roost.model.fault.Impairments;
import dev.roost.model.feature.FeatureOverlay;
import dev.roost.model.item.ItemTable;
import org.jspecify.annotations.Nullable;

/// What a node knows, from which feeds are made: each has one writer and any number of readers.
///
/// @param table of the items
/// @param neighbours of places in the table
/// @param crowd what all readers do
/// @param sponsors who offers sponsored items
/// @param overlay what is written over the rows of features; null for nothing
/// @param impairments what a simulation has broken
public record Views(
    ItemTable table,
    NeighbourIndex neighbours,
    Crowd crowd,
    Sponsors sponsors,
    @Nullable FeatureOverlay overlay,
    Impairments impairments) {

  /// Returns the views over a table whose first posts are still to come; nothing is sponsored.
  ///
  /// @param trendingNearby most rows that trend in a country or a language
  /// @param scanned newest rows among which neighbours are found by a scan
  public static Views over(ItemTable table, int trendingNearby, int scanned) {
    return new Views(
        table,
        new NeighbourIndex(table, scanned),
        new Crowd(table, trendingNearby),
        Sponsors.none(),
        null,
        new Impairments());
  }

  /// Returns the same views with sponsored items from there.
  public Views with(Sponsors others) {
    return new Views(table, neighbours, crowd, others, overlay, impairments);
  }

  /// Returns these views with something written over the rows of features, or nothing.
  public Views under(@Nullable FeatureOverlay written) {
    return new Views(table, neighbours, crowd, sponsors, written, impairments);
  }
}
