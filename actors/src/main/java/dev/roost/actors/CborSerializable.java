package dev.roost.actors;

/// Marks what crosses a node or reaches the journal; `reference.conf` binds it to CBOR.
public interface CborSerializable {}
