package dev.roost.simulator.data;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that somebody did with one item, as a log has it.
///
/// @param at when, to the resolution of the log: events of one instant have no order
/// @param author account under which the item was published; null if the log names none
/// @param topic the item's topic, empty if the log names none
/// @param country of the user, ISO 3166-1 alpha-2, `ZZ` if the log names none
public record LoggedEvent(
    Instant at,
    UserId user,
    ItemId item,
    EngagementKind kind,
    @Nullable UserId author,
    String topic,
    String country) {

  public LoggedEvent {
    requireNonNull(at);
    requireNonNull(user);
    requireNonNull(item);
    requireNonNull(kind);
    requireNonNull(topic);
    requireNonNull(country);
  }
}
