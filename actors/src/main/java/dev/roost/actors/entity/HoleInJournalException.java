package dev.roost.actors.entity;

/// Events of an entity are missing from the journal, so that its state is not known.
public final class HoleInJournalException extends IllegalStateException {

  HoleInJournalException(String persistenceId, long found, long stored) {
    super(
        persistenceId
            + " has "
            + found
            + " of "
            + stored
            + " events in the journal; it is not served. Restore the journal from a copy.");
  }
}
