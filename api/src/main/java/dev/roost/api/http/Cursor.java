package dev.roost.api.http;

import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Stretch;
import org.jspecify.annotations.Nullable;

/// Where a reader stands in a feed.
sealed interface Cursor {

  /// Returns whose feed it is.
  UserId reader();

  /// Goes on with a ranked feed.
  ///
  /// @param number names what was served so far, in [FeedSessions]
  record Ranked(UserId reader, long number) implements Cursor {}

  /// Goes on down a timeline; all there is to know stands in it.
  ///
  /// @param rest what is still to be read, its older end closed where the reader had been before
  /// @param seen the newest place of what was read above, null if there was nothing
  record Older(UserId reader, Stretch rest, @Nullable Place seen) implements Cursor {}

  /// Asks for what came to the top of a timeline.
  ///
  /// @param seen the newest place that was read, null for the beginning of time
  record Newer(UserId reader, @Nullable Place seen) implements Cursor {}
}
