package dev.roost.simulator.replay;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.LoggedEvent;
import java.util.List;

/// One reader at one instant: which of the live items are engaged with for the first time?
///
/// @param events of that reader and instant with the items that are the answer, in the order of the
///     log; several may be with one item
/// @param rest their other events of that instant, which are only told
record Question(UserId reader, List<LoggedEvent> events, List<LoggedEvent> rest) {

  Question {
    events = List.copyOf(events);
    rest = List.copyOf(rest);
  }

  /// Returns the items that are the answer, each once.
  List<ItemId> answers() {
    return events.stream().map(LoggedEvent::item).distinct().toList();
  }
}
