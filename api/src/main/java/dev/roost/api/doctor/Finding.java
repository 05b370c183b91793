package dev.roost.api.doctor;

/// What was found about one thing that Roost needs.
///
/// @param name the thing, such as `temporary folder`
/// @param verdict whether it will do
/// @param found what is there
/// @param mend what to do about it; empty if nothing has to be done
public record Finding(String name, Verdict verdict, String found, String mend) {

  /// How well the thing will do.
  public enum Verdict {
    OK,
    /// It works, but worse than it could.
    WEAK,
    WRONG
  }

  static Finding ok(String name, String found) {
    return new Finding(name, Verdict.OK, found, "");
  }

  static Finding weak(String name, String found, String mend) {
    return new Finding(name, Verdict.WEAK, found, mend);
  }

  static Finding wrong(String name, String found, String mend) {
    return new Finding(name, Verdict.WRONG, found, mend);
  }

  /// Returns whether something has to be mended before Roost can run.
  public boolean isWrong() {
    return verdict == Verdict.WRONG;
  }

  /// Returns the finding in words, a second line telling how to mend it.
  public String describe() {
    var line =
        "%-6s %-18s %s".formatted(verdict.name().toLowerCase(java.util.Locale.ROOT), name, found);
    return mend.isEmpty() ? line : line + "%n%26s%s".formatted("-> ", mend);
  }
}
