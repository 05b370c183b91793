package dev.roost.actors.registry;

import dev.roost.actors.feed.Arms;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.registry.CanaryArm;
import dev.roost.model.registry.Foreteller;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.ModelVersion;
import dev.roost.model.registry.Stage;
import dev.roost.model.score.ScorerChoice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The models that a book names as champion, predecessor and challenger, in memory.
final class ModelsInUse {

  private final ScorerChoice scorer;
  private final Map<String, RankingModel> models = new HashMap<>();
  private final Map<String, Foreteller> foretellers = new HashMap<>();

  ModelsInUse(ScorerChoice scorer) {
    this.scorer = scorer;
  }

  /// Takes in a model that was read; returns why it cannot be used, empty if it can.
  String take(String version, ModelFile.Reading reading) {
    return switch (reading) {
      case ModelFile.Sound(var model) -> {
        models.put(version, model);
        foretellers.put(version, new Foreteller(model, scorer));
        yield "";
      }
      case ModelFile.Refused(var reason) -> reason;
    };
  }

  /// Lets go of what a book does not name.
  void follow(ModelBook book) {
    models.keySet().retainAll(names(inUse(book)));
    foretellers.keySet().retainAll(models.keySet());
  }

  /// Returns a version that the book names and that is not at hand, if there is one.
  Optional<ModelVersion> missing(ModelBook book) {
    return inUse(book).filter(known -> !models.containsKey(known.version())).findFirst();
  }

  private static Stream<ModelVersion> inUse(ModelBook book) {
    return book.versions().stream().filter(known -> book.isInUse(known.version()));
  }

  private static Set<String> names(Stream<ModelVersion> versions) {
    return versions.map(ModelVersion::version).collect(Collectors.toSet());
  }

  /// Returns what foretells, by version.
  Map<String, Foreteller> foretellers() {
    return foretellers;
  }

  /// Returns which models rank for whom.
  Arms arms(ModelBook book) {
    var champion = models.get(book.champion());
    var previous = models.get(book.predecessor());
    var usual = new Arms(champion, null, CanaryArm.of(0, ""), previous);
    return book.find(book.challenger())
        .filter(known -> known.stage() == Stage.CANARY)
        .map(
            known ->
                new Arms(champion, models.get(known.version()), readers(book, known), previous))
        .orElse(usual);
  }

  private static CanaryArm readers(ModelBook book, ModelVersion canary) {
    return CanaryArm.of(book.canaryShare(), canary.offer().hash());
  }

  /// Returns the hashes of the files to keep: the newest, and those in use.
  Set<String> filesToKeep(ModelBook book, int newest) {
    int old = Math.max(0, book.versions().size() - newest);
    return Stream.concat(book.versions().stream().skip(old), inUse(book))
        .map(known -> known.offer().hash())
        .collect(Collectors.toSet());
  }
}
