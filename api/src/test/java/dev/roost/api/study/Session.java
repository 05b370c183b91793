package dev.roost.api.study;

import java.time.Instant;
import java.util.Comparator;

/// A request for a feed as the ranker saw it: what could be shown, what was found and by whom, and
/// the features of it. Owns its arrays; nobody writes them any more.
///
/// @param pool items that could be shown, ascending
/// @param items candidates that may be shown, in the order in which the ranker met them
/// @param sources of each candidate, as bits by ordinal of [CandidateSource]
/// @param rows features of each candidate, row-major
/// @param served items of the answer, in order
@SuppressWarnings("ArrayRecordComponent") // never compared
record Session(
    int user, Instant at, int[] pool, int[] items, int[] sources, float[] rows, int[] served) {

  static final Comparator<Session> ORDER =
      Comparator.comparing(Session::at).thenComparing(Session::user);

  int second() {
    return TrueWorld.second(at);
  }

  int size() {
    return items.length;
  }
}
