package dev.roost.model.score;

/// Which scorer is used here, and why.
///
/// @param vector whether ensembles are evaluated by vector instructions where they can be
/// @param reason in words, such as `vectors of 512 bits`
public record ScorerChoice(boolean vector, String reason) {

  /// The name of the module that vectors need, an argument of `--add-modules`.
  public static final String MODULE = "jdk.incubator.vector";

  private static final int LEAST_BITS = 128;

  /// Returns the choice by name: `auto` takes vectors if this JVM has them, `portable` and `vector`
  /// leave no choice.
  ///
  /// @throws IllegalArgumentException if the name is another one
  /// @throws IllegalStateException if vectors are demanded and not there
  public static ScorerChoice named(String name) {
    return switch (name) {
      case "auto" -> auto();
      case "portable" -> new ScorerChoice(false, "asked for");
      case "vector" -> demanded();
      default ->
          throw new IllegalArgumentException(
              "no scorer '%s'; there are: auto, portable, vector".formatted(name));
    };
  }

  private static ScorerChoice demanded() {
    var found = auto();
    if (!found.vector()) {
      throw new IllegalStateException("no vector scorer runs here: " + found.reason());
    }
    return found;
  }

  private static ScorerChoice auto() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return new ScorerChoice(
          false, "the JVM was started without --add-modules " + MODULE + ", as ./roost does");
    }
    int bits = Vectors.bits();
    var reason = "vectors of %d bits".formatted(bits);
    return bits >= LEAST_BITS
        ? new ScorerChoice(true, reason)
        : new ScorerChoice(false, reason + " only");
  }

  /// Returns a scorer of an ensemble: portable, too, where trees are deeper than 8 or a feature has
  /// more than 255 cuts, which [Snapped] mends.
  public Scorer compile(TreeEnsemble trees) {
    return vector && Vectors.suit(trees) ? Vectors.compile(trees) : new PortableScorer(trees);
  }

  /// Returns `vector` or `portable`.
  public String scorer() {
    return vector ? "vector" : "portable";
  }

  /// All that links the module, loaded only where it is.
  private static final class Vectors {

    static int bits() {
      return Lanes.bits();
    }

    static boolean suit(TreeEnsemble trees) {
      return VectorScorer.suits(trees);
    }

    static Scorer compile(TreeEnsemble trees) {
      return new SizedScorer(new PortableScorer(trees), new VectorScorer(trees));
    }
  }
}
