package dev.roost.model.registry;

import static java.util.Objects.requireNonNull;

import dev.roost.model.registry.ModelVersion.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The versions of a node's models, and which of them rank.
///
/// @param versions the newest, and those in use, in the order in which they were offered
/// @param champion version that ranks; empty if none does
/// @param predecessor version to which the champion is rolled back; empty if there is none
/// @param challenger version on trial; empty if there is none
/// @param canaryShare of readers for whom the challenger ranks; 0 if for none
/// @param offered how many were ever offered
public record ModelBook(
    List<ModelVersion> versions,
    String champion,
    String predecessor,
    String challenger,
    double canaryShare,
    int offered) {

  private static final int KEPT = 100; // versions; older ones are in the journal alone

  public ModelBook {
    versions = List.copyOf(versions);
    requireNonNull(champion);
    requireNonNull(predecessor);
    requireNonNull(challenger);
    if (!(canaryShare >= 0 && canaryShare <= 1)) {
      throw new IllegalArgumentException("share must be from 0 to 1: " + canaryShare);
    }
  }

  /// Returns the book before any offer.
  public static ModelBook empty() {
    return new ModelBook(List.of(), "", "", "", 0, 0);
  }

  /// Returns the version of that name.
  public Optional<ModelVersion> find(String version) {
    return versions.stream().filter(known -> known.version().equals(version)).findFirst();
  }

  /// Returns whether a version is champion, predecessor or challenger.
  public boolean isInUse(String version) {
    return !version.isEmpty()
        && (version.equals(champion) || version.equals(predecessor) || version.equals(challenger));
  }

  /// Returns the book with another version.
  public ModelBook offered(Offer offer, Instant at) {
    var all = new ArrayList<>(versions);
    var step = new Step(Stage.OFFERED, at, offer.cause(), Evidence.none());
    all.add(new ModelVersion(offer, List.of(step)));
    for (int i = 0; all.size() > KEPT && i < all.size(); ) {
      if (isInUse(all.get(i).version())) {
        i++;
      } else {
        all.remove(i);
      }
    }
    return new ModelBook(all, champion, predecessor, challenger, canaryShare, offered + 1);
  }

  /// Returns the book with a version that must not be used any more.
  public ModelBook refused(String version, Step step) {
    return entered(version, step)
        .with(without(champion, version), without(predecessor, version))
        .tryingNoMore(version);
  }

  /// Returns the book with a version on trial, in shadow or as a canary.
  ///
  /// @param share of readers for whom it ranks, in `[0, 1]`; 0 in shadow
  public ModelBook tried(String version, double share, Step step) {
    return entered(version, step).trying(version, share);
  }

  /// Returns the book with another champion; the one before is its predecessor.
  public ModelBook promoted(String version, Step step) {
    var next = this;
    if (!champion.isEmpty() && !champion.equals(version)) {
      var retired =
          new Step(Stage.RETIRED, step.at(), version + " took its place", Evidence.none());
      next = entered(champion, retired).with(champion, champion);
    }
    return next.entered(version, step)
        .with(version, without(next.predecessor, version))
        .tryingNoMore(version);
  }

  /// Returns the book without a version that ranked; `to` ranks in its place, nothing if empty.
  public ModelBook rolledBack(String version, String to, Step step) {
    var next = entered(version, step).tryingNoMore(version);
    if (!version.equals(champion)) {
      return next;
    }
    if (to.isEmpty()) {
      return next.with("", "");
    }
    var again = new Step(Stage.CHAMPION, step.at(), "in place of " + version, step.evidence());
    return next.entered(to, again).with(to, "");
  }

  private static String without(String version, String gone) {
    return version.equals(gone) ? "" : version;
  }

  private ModelBook entered(String version, Step step) {
    var all =
        versions.stream()
            .map(known -> known.version().equals(version) ? add(known, step) : known)
            .toList();
    return new ModelBook(all, champion, predecessor, challenger, canaryShare, offered);
  }

  private static ModelVersion add(ModelVersion version, Step step) {
    var steps = new ArrayList<>(version.steps());
    steps.add(step);
    return new ModelVersion(version.offer(), steps);
  }

  private ModelBook with(String nextChampion, String nextPredecessor) {
    return new ModelBook(versions, nextChampion, nextPredecessor, challenger, canaryShare, offered);
  }

  private ModelBook trying(String nextChallenger, double share) {
    return new ModelBook(versions, champion, predecessor, nextChallenger, share, offered);
  }

  private ModelBook tryingNoMore(String version) {
    return version.equals(challenger) ? trying("", 0) : this;
  }
}
