package dev.roost.actors.registry;

import dev.roost.actors.registry.ModelRegistry.Question;
import dev.roost.model.learn.Example;
import dev.roost.model.registry.Foreteller;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.Observations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers evidence, and has it judged once in a while.
final class Lookout {

  private final TrialSettings settings;
  private final Observations observations;
  private ModelBook book = ModelBook.empty();
  private Instant lastLook = Instant.MIN;

  Lookout(TrialSettings settings) {
    this.settings = settings;
    observations = new Observations(settings.rules(), settings.rank().value());
  }

  private Lookout(TrialSettings settings, Lookout from) {
    this.settings = settings;
    observations = from.observations;
    book = from.book;
    lastLook = from.lastLook;
  }

  /// Returns one that goes on from what was gathered here, under other settings.
  Lookout under(TrialSettings others) {
    return new Lookout(others, this);
  }

  /// Adds impressions with their outcome; returns what to have judged, if it is time to.
  ///
  /// @param models those that foretell, by version
  Optional<Question> see(Instant at, List<Example> examples, Map<String, Foreteller> models) {
    observations.add(at, examples, models);
    boolean isDue = !at.isBefore(lastLook.plus(settings.rules().lookEvery()));
    boolean isQuiet = book.challenger().isEmpty() && !observations.isWatching(at);
    if (isQuiet || !isDue) {
      return Optional.empty();
    }
    lastLook = at;
    var challenger = book.challenger();
    var onChallenger = observations.onChallenger();
    var onChampion = observations.onChampion(at);
    return Optional.of(to -> new ModelRegistry.Weigh(challenger, onChallenger, onChampion, at, to));
  }

  /// Observes for this book from here on.
  ///
  /// @param decidedAt when what changed it was decided: a stage that begins is not judged at once
  void follow(ModelBook next, Optional<Instant> decidedAt) {
    decidedAt.ifPresent(at -> lastLook = at);
    book = next;
    observations.follow(next);
  }
}
