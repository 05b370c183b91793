package dev.roost.api.cli;

import static java.util.Comparator.comparingInt;

import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What a mistyped word was probably meant to be.
final class Suggestion {

  private static final int MOST_EDITS = 3;

  private Suggestion() {}

  /// Returns the commands that there are, if a command was not understood.
  static Optional<String> choices(ParameterException wrong) {
    var commands = wrong.getCommandLine().getSubcommands().keySet();
    return wrong instanceof UnmatchedArgumentException unmatched
            && !commands.isEmpty()
            && !unmatched.getUnmatched().isEmpty()
            && !unmatched.getUnmatched().getFirst().startsWith("-")
        ? Optional.of(String.join(", ", commands))
        : Optional.empty();
  }

  /// Returns the option or command nearest to the first word that was not understood; empty if none
  /// is near.
  static Optional<String> of(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return Optional.empty();
    }
    var typed = unmatched.getUnmatched().getFirst().replaceAll("=.*", "");
    return candidates(wrong.getCommandLine(), typed.startsWith("-"))
        .min(comparingInt((String each) -> edits(typed, each)).thenComparing(each -> each))
        .filter(nearest -> edits(typed, nearest) <= Math.min(MOST_EDITS, typed.length() / 2));
  }

  private static Stream<String> candidates(CommandLine line, boolean options) {
    return options
        ? line.getCommandSpec().optionsMap().keySet().stream()
        : line.getSubcommands().keySet().stream();
  }

  /// Returns how many insertions, deletions, replacements and swaps of neighbours part two words:
  /// the optimal string alignment distance, in O(n m).
  ///
  /// Source: Damerau, [A technique for computer detection and correction of spelling
  /// errors](https://doi.org/10.1145/363958.363994), CACM 7(3), 1964.
  static int edits(String from, String to) {
    int[][] parted = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        parted[i][j] = i == 0 || j == 0 ? i + j : cheapest(parted, from, to, i, j);
      }
    }
    return parted[from.length()][to.length()];
  }

  private static int cheapest(int[][] parted, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int best = parted[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, 1 + Math.min(parted[i - 1][j], parted[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, parted[i - 2][j - 2] + 1) : best;
  }
}
