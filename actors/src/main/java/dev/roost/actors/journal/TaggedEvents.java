package dev.roost.actors.journal;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.persistence.query.PersistenceQuery;
import akka.persistence.query.javadsl.CurrentEventsByTagQuery;
import akka.persistence.query.javadsl.EventsByTagQuery;
import akka.persistence.query.javadsl.ReadJournal;
import akka.stream.javadsl.Source;
import com.typesafe.config.ConfigException;

/// Lists the journal's events by tag, through whichever query plugin is configured.
public final class TaggedEvents {

  private final CurrentEventsByTagQuery existing;
  private final EventsByTagQuery lasting;

  private TaggedEvents(CurrentEventsByTagQuery existing, EventsByTagQuery lasting) {
    this.existing = existing;
    this.lasting = lasting;
  }

  /// Opens the query plugin.
  ///
  /// @throws ConfigException if the plugin cannot list events by tag
  public static TaggedEvents of(ActorSystem<?> system, JournalSettings settings) {
    ReadJournal journal =
        PersistenceQuery.get(system).getReadJournalFor(ReadJournal.class, settings.queryPlugin());
    if (journal instanceof CurrentEventsByTagQuery existing
        && journal instanceof EventsByTagQuery lasting) {
      return new TaggedEvents(existing, lasting);
    }
    throw new ConfigException.BadValue(
        "roost.journal.query-plugin", settings.queryPlugin() + " cannot list events by tag");
  }

  /// Returns the events that exist now, after `offset`; ends with the last of them.
  public Source<EventEnvelope, NotUsed> existing(String tag, Offset offset) {
    return existing.currentEventsByTag(tag, offset);
  }

  /// Returns the events after `offset`, and those to come; never ends.
  public Source<EventEnvelope, NotUsed> lasting(String tag, Offset offset) {
    return lasting.eventsByTag(tag, offset);
  }
}
