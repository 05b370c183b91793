package dev.roost.simulator.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Reads instants of 1970 to 2199.
final class Times {

  private static final long LAST_SECOND = 7_258_118_399L; // the end of 2199

  private Times() {}

  /// Returns an instant written as whole seconds since the epoch.
  static Instant second(Row row, String column, Names names) {
    return names.second(row.whole(column, 0, LAST_SECOND));
  }

  /// Returns the beginning of a day written as `2000-05-31`, in UTC.
  static Instant day(Row row, String column, Names names) {
    String text = row.present(column);
    try {
      return inRange(
          LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC), text, names);
    } catch (DateTimeException _) {
      throw new BadRowException(column + " is no date like 2000-05-31: " + Row.shown(text));
    }
  }

  /// Returns an instant written as seconds since the epoch, as an ISO 8601 instant with its offset
  /// to UTC, or as a day, which stands for its beginning in UTC. Fractions of seconds are kept.
  static Instant any(Row row, String column, Names names) {
    String text = row.present(column);
    if (text.indexOf('T') > 0) {
      try {
        var at = OffsetDateTime.parse(text).toInstant();
        inRange(at.getEpochSecond(), text, names);
        return at;
      } catch (DateTimeException _) {
        throw new BadRowException(
            column + " is no instant like 2016-03-14T13:54:36Z: " + Row.shown(text));
      }
    }
    return text.indexOf('-') > 0 ? day(row, column, names) : second(row, column, names);
  }

  private static Instant inRange(long seconds, String text, Names names) {
    if (seconds < 0 || seconds > LAST_SECOND) {
      throw new BadRowException("the time must lie in 1970..2199: " + Row.shown(text));
    }
    return names.second(seconds);
  }
}
