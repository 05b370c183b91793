package dev.roost.model.registry;

import dev.roost.model.learn.Example;
import dev.roost.model.rank.ValueFunction;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Gathers the evidence on the present trial, and on the champion while it is watched, from
/// impressions whose outcome is known.
///
/// A view: what was gathered begins anew with each stage, and is lost with the process. Mutable,
/// for one thread.
public final class Observations {

  private final RegistrySettings settings;
  private final ValueFunction value;
  private ModelBook book = ModelBook.empty();
  private PairedLosses shadow = new PairedLosses();
  private ArmValues canary;
  private PairedLosses watch = new PairedLosses();

  /// Returns that nothing was observed.
  ///
  /// @param value what engagement is worth
  public Observations(RegistrySettings settings, ValueFunction value) {
    this.settings = settings;
    this.value = value;
    canary = new ArmValues(value);
  }

  /// Observes for this book from here on; what belongs to a stage that ended is forgotten.
  public void follow(ModelBook next) {
    boolean sameChampion = next.champion().equals(book.champion());
    boolean sameTrial = next.challenger().equals(book.challenger()) && stage(next) == stage(book);
    if (!sameChampion || !sameTrial) {
      shadow = new PairedLosses();
      canary = new ArmValues(value);
    }
    if (!sameChampion || !next.predecessor().equals(book.predecessor())) {
      watch = new PairedLosses();
    }
    book = next;
  }

  private static Stage stage(ModelBook book) {
    return book.find(book.challenger()).map(ModelVersion::stage).orElse(Stage.RETIRED);
  }

  /// Returns whether the champion is held against its predecessor at `at`.
  public boolean isWatching(Instant at) {
    return !book.predecessor().isEmpty()
        && book.find(book.champion())
            .filter(champion -> at.isBefore(champion.now().at().plus(settings.watch())))
            .isPresent();
  }

  /// Adds impressions with their outcome.
  ///
  /// @param at now
  /// @param models those that foretell, by version
  public void add(Instant at, List<Example> examples, Map<String, Foreteller> models) {
    var byChampion =
        examples.stream()
            .filter(each -> isBy(book.champion(), each) && Foreteller.canRead(each))
            .toList();
    switch (stage(book)) {
      case SHADOW -> addPairs(byChampion, models, book.challenger(), true, shadow);
      case CANARY -> addValues(examples);
      case OFFERED, REFUSED, CHAMPION, RETIRED, ROLLED_BACK -> {} // no trial
    }
    if (isWatching(at)) {
      addPairs(byChampion, models, book.predecessor(), false, watch);
    }
  }

  private boolean isBy(String version, Example example) {
    return !version.isEmpty() && example.served().modelVersion().equals(version);
  }

  /// Adds what a version foretells of impressions beside what the champion foretold of them.
  ///
  /// @param judged whether that version is the one that is judged, or else the champion
  private static void addPairs(
      List<Example> byChampion,
      Map<String, Foreteller> models,
      String version,
      boolean judged,
      PairedLosses into) {
    var foreteller = models.get(version);
    if (foreteller == null || byChampion.isEmpty()) {
      return;
    }
    double[] foretold = foreteller.positives(byChampion);
    for (int i = 0; i < foretold.length; i++) {
      var example = byChampion.get(i);
      double served = example.served().probability();
      into.add(
          example.served().reader(),
          example.weight(),
          example.isPositive(),
          judged ? foretold[i] : served,
          judged ? served : foretold[i]);
    }
  }

  private void addValues(List<Example> examples) {
    var since = book.find(book.challenger()).orElseThrow().now().at();
    for (var example : examples) {
      boolean byCanary = isBy(book.challenger(), example);
      if (!example.served().at().isBefore(since) && (byCanary || isBy(book.champion(), example))) {
        canary.add(example, byCanary);
      }
    }
  }

  /// Returns the evidence on the challenger in its present stage.
  public Evidence onChallenger() {
    return switch (stage(book)) {
      case SHADOW -> shadow.evidence();
      case CANARY -> canary.evidence();
      case OFFERED, REFUSED, CHAMPION, RETIRED, ROLLED_BACK -> Evidence.none();
    };
  }

  /// Returns the evidence on the champion beside its predecessor, none once it is watched no more.
  public Evidence onChampion(Instant at) {
    return isWatching(at) ? watch.evidence() : Evidence.none();
  }
}
