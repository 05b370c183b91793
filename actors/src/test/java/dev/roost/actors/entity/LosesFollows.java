package dev.roost.actors.entity;

import akka.persistence.journal.EventAdapter;
import akka.persistence.journal.EventSeq;
import dev.roost.actors.user.UserEvent;

/// Reads a journal as if no event of a follow were in it.
public final class LosesFollows implements EventAdapter {

  @Override
  public String manifest(Object event) {
    return "";
  }

  @Override
  public Object toJournal(Object event) {
    return event;
  }

  @Override
  public EventSeq fromJournal(Object event, String manifest) {
    return event instanceof UserEvent.Followed ? EventSeq.empty() : EventSeq.single(event);
  }
}
