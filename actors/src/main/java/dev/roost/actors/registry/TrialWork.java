package dev.roost.actors.registry;

import dev.roost.actors.registry.ModelRegistry.Answer;
import dev.roost.actors.registry.ModelRegistry.Question;
import dev.roost.actors.registry.ModelTrials.Job;
import dev.roost.actors.registry.ModelTrials.Order;
import dev.roost.actors.registry.ModelTrials.Tick;
import dev.roost.actors.registry.ModelTrials.Ticked;
import dev.roost.model.registry.ModelBook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The jobs of trials, one at a time: which wait, which is at hand, and what it led to.
///
/// The first piece of work, what the registry knows from before, is nobody's job.
final class TrialWork {

  private final Deque<Job> waiting = new ArrayDeque<>();
  private final Deque<Question> questions = new ArrayDeque<>();
  private final List<RegistryEvent> facts = new ArrayList<>(); // of the job at hand
  private @Nullable Job job; // null while starting or resting
  private boolean isResting;
  private String complaint = "";

  /// Returns whether nothing is under way.
  boolean isResting() {
    return isResting && waiting.isEmpty();
  }

  /// Begins once more with what is nobody's job.
  void startAgain() {
    isResting = false;
  }

  /// Takes in a job.
  void add(Job next) {
    waiting.add(next);
  }

  /// Returns the next job, which is at hand from now on, unless another is.
  Optional<Job> begin() {
    if (!isResting || waiting.isEmpty()) {
      return Optional.empty();
    }
    isResting = false;
    job = waiting.remove();
    return Optional.of(job);
  }

  /// Has the registry asked before the job ends.
  void ask(Question question) {
    questions.add(question);
  }

  /// Returns what is to be asked next, if anything is.
  Optional<Question> question() {
    return Optional.ofNullable(questions.poll());
  }

  /// Notes what the registry said.
  void note(Answer answer) {
    facts.addAll(answer.facts());
    complaint = answer.complaint();
  }

  /// Returns whether the job led to facts.
  boolean hasFacts() {
    return !facts.isEmpty();
  }

  /// Ends the job at hand and answers it; returns whether it was the first work, nobody's job.
  boolean end(ModelBook book) {
    boolean isFirst = job == null;
    switch (job) {
      case null -> {}
      case Tick tick -> tick.replyTo().tell(new Ticked(book, facts));
      case Order(_, var replyTo) -> replyTo.tell(new Answer(book, facts, complaint));
    }
    facts.clear();
    job = null;
    isResting = true;
    return isFirst;
  }
}
