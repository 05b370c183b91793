package dev.roost.simulator.data;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/// A log as it is replayed: validated in full, in order of time.
///
/// @param name of the source, such as `deskdrop`
/// @param events in order of time; those of one instant in the order of the file
/// @param follows undated
/// @param citation how the authors of the data ask to be cited, empty if unknown
public record RecordedLog(
    String name,
    List<LoggedEvent> events,
    List<LoggedFollow> follows,
    Protocol protocol,
    Reading reading,
    String citation) {

  public RecordedLog {
    requireNonNull(name);
    requireNonNull(protocol);
    requireNonNull(reading);
    requireNonNull(citation);
    events = events.stream().sorted(Comparator.comparing(LoggedEvent::at)).toList();
    follows = List.copyOf(follows);
  }

  /// Returns the log of the first `limit` events.
  public RecordedLog first(int limit) {
    return limit >= events.size()
        ? this
        : new RecordedLog(name, events.subList(0, limit), follows, protocol, reading, citation);
  }
}
