package dev.roost.simulator.replay;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.LoggedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Which items each reader engaged with so far.
final class Readers {

  private static final SequencedSet<Integer> NOTHING =
      Collections.unmodifiableSequencedSet(new LinkedHashSet<>());

  private final LiveItems live;
  private final Map<UserId, SequencedSet<Integer>> engaged = new HashMap<>();

  Readers(LiveItems live) {
    this.live = live;
  }

  /// Returns the numbers of the items that a reader engaged with, in order of the first time.
  SequencedSet<Integer> engagedBy(UserId reader) {
    return engaged.getOrDefault(reader, NOTHING);
  }

  /// Returns whether an engagement is the first of the reader with the item that shows interest.
  boolean isFirst(LoggedEvent event) {
    return event.kind().isPositive()
        && !engagedBy(event.user()).contains(live.numberOf(event.item()));
  }

  /// Notes an engagement that shows interest.
  void tell(LoggedEvent event) {
    engaged
        .computeIfAbsent(event.user(), _ -> new LinkedHashSet<>())
        .add(live.numberOf(event.item()));
  }

  /// Returns how many readers showed interest in anything.
  int count() {
    return engaged.size();
  }

  /// Sorts the events of one instant by reader, in order of their first event, before any is told.
  ///
  /// An item is an answer if it competes, the reader never showed interest in it, and does now.
  List<Question> questions(List<LoggedEvent> moment) {
    var byReader = new LinkedHashMap<UserId, List<LoggedEvent>>();
    for (var event : moment) {
      byReader.computeIfAbsent(event.user(), _ -> new ArrayList<>()).add(event);
    }
    var questions = new ArrayList<Question>();
    byReader.forEach((reader, events) -> questions.add(question(reader, events)));
    return questions;
  }

  private Question question(UserId reader, List<LoggedEvent> events) {
    var answers = new LinkedHashSet<ItemId>();
    for (var event : events) {
      if (isAnswer(event)) {
        answers.add(event.item());
      }
    }
    return new Question(
        reader,
        events.stream().filter(event -> answers.contains(event.item())).toList(),
        events.stream().filter(event -> !answers.contains(event.item())).toList());
  }

  private boolean isAnswer(LoggedEvent event) {
    return live.size() >= 2 && live.isLive(event.item()) && isFirst(event);
  }
}
