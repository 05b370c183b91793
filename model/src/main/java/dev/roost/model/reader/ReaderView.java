package dev.roost.model.reader;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.Profile;
import dev.roost.model.domain.UserId;
import java.time.Instant;

/// A reader as a feed request sees them: a snapshot, valid for that request alone.
///
/// @param since when the account was opened
public record ReaderView(
    UserId reader, Profile profile, Instant since, Relations relations, ReaderHistory history) {

  public ReaderView {
    requireNonNull(reader);
    requireNonNull(profile);
    requireNonNull(since);
    requireNonNull(relations);
    requireNonNull(history);
  }
}
