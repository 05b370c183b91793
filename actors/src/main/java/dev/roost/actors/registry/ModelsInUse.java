package dev.roost.actors.registry;

import dev.roost.actors.feed.Arms;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.registry.CanaryArm;
import dev.roost.model.registry.Foreteller;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.ModelVersion;
import dev.roost.model.registry.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The models that a book names as champion, predecessor and challenger, in memory.
final class ModelsInUse {

  private final TrialSettings settings;
  private final Map<String, RankingModel> models = new HashMap<>();
  private final Map<String, Foreteller> foretellers = new HashMap<>();

  ModelsInUse(TrialSettings settings) {
    this.settings = settings;
  }

  /// Takes in a model that was checked.
  void put(String version, RankingModel model) {
    models.put(version, model);
    foretellers.put(version, new Foreteller(model, settings.rank().scorer()));
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
    return book.find(book.challenger())
        .filter(known -> known.stage() == Stage.CANARY)
        .map(known -> new Arms(champion, models.get(known.version()), readers(known)))
        .orElseGet(() -> Arms.of(champion));
  }

  private CanaryArm readers(ModelVersion canary) {
    return CanaryArm.of(settings.rules().canaryShare(), canary.offer().hash());
  }

  /// Returns the hashes of the files to keep: the newest, and those in use.
  Set<String> filesToKeep(ModelBook book) {
    int old = Math.max(0, book.versions().size() - settings.rules().files());
    return Stream.concat(book.versions().stream().skip(old), inUse(book))
        .map(known -> known.offer().hash())
        .collect(Collectors.toSet());
  }
}
