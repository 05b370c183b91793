package dev.roost.api.http;

import dev.roost.model.domain.UserId;

/// Where a reader stands in a feed session.
///
/// @param number names what was served so far, in [FeedSessions]
record Cursor(UserId reader, long number) {}
