package dev.roost.actors.item;

import akka.actor.typed.ActorSystem;
import akka.persistence.query.Offset;
import dev.roost.actors.entity.StoredEvent;
import dev.roost.actors.journal.JournalSettings;
import dev.roost.actors.journal.TaggedEvents;
import dev.roost.actors.user.UserEvent;
import java.util.concurrent.CompletionStage;

/// Counts all stored engagements anew, so that totals equal the facts whatever a crash lost.
///
/// For the start of a node with a journal of its own: what is accepted while it runs would be
/// counted twice, so commands are let in when the tally has been told to [EngagementTally.Restore].
public final class EngagementRecount {

  private EngagementRecount() {}

  /// Returns the totals of every item that was ever engaged with.
  public static CompletionStage<CountsByItem> run(ActorSystem<?> system, JournalSettings settings) {
    return TaggedEvents.of(system, settings)
        .existing(StoredEvent.ENGAGED, Offset.noOffset())
        .runFold(new CountsByItem(), (totals, envelope) -> add(totals, envelope.event()), system);
  }

  private static CountsByItem add(CountsByItem totals, Object event) {
    if (!(event instanceof UserEvent.Engaged engaged)) {
      throw new IllegalStateException("tagged engaged, but not known: " + event);
    }
    totals.add(engaged.engagements());
    return totals;
  }
}
