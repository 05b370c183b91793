package dev.roost.actors.image;

import dev.roost.model.crowd.Crowd;
import dev.roost.model.fault.Impairments;
import dev.roost.model.item.ItemTable;
import dev.roost.model.retrieve.NeighbourIndex;
import dev.roost.model.retrieve.Sponsors;
import dev.roost.model.retrieve.Views;
import java.util.Map;

/// All that a node in virtual time knows between two phases.
///
/// It is one graph: what several parts refer to, the item table above all, is the same object in
/// each. Of a running node it is true until the next message to it; of one that was read from bytes
/// it belongs to the node that starts with it.
///
/// @param partitions among which readers are spread
/// @param table, with `neighbours` and `crowd`, what feeds are made from
/// @param impairments of the pipeline, with what they remember
/// @param files of models, by hash
/// @param parts states of the node's own actors, by name
/// @param users states of users' entities, by identifier
/// @param items states of items' entities, by identifier
public record NodeImage(
    int partitions,
    ItemTable table,
    NeighbourIndex neighbours,
    Crowd crowd,
    Impairments impairments,
    Map<String, byte[]> files,
    Map<String, Object> parts,
    Map<String, Object> users,
    Map<String, Object> items) {

  /// Returns the views of which feeds are made; nothing is sponsored.
  public Views views() {
    return new Views(table, neighbours, crowd, Sponsors.none(), null, impairments);
  }
}
