package dev.roost.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;

/// Where a command writes: results to `out`, everything meant only for a person to `err`.
///
/// @param terminal whether a person watches `err`, so that progress is worth drawing
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

  /// Returns the console of this process; the launcher tells whether standard error is a terminal,
  /// which Java cannot.
  public static Console ofProcess() {
    return new Console(
        new PrintWriter(System.out, true, UTF_8),
        new PrintWriter(System.err, true, UTF_8),
        Boolean.getBoolean("roost.terminal"));
  }

  /// Writes a result as one line.
  public void print(String line) {
    out.println(line);
    out.flush();
  }

  /// Tells the person something that is not part of the result.
  public void tell(String line) {
    err.println("roost: " + line);
    err.flush();
  }
}
