package dev.roost.api;

import dev.roost.api.cli.CommandFailure;
import dev.roost.api.cli.CommandLines;
import dev.roost.api.cli.Console;
import dev.roost.api.cli.ExitCode;
import dev.roost.api.cli.Wiring;

/// Where the program begins: plugs the parts into the command line and runs it.
public final class Main {

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    var wiring =
        new Wiring(
            () -> {
              throw absent("recommender of actors");
            },
            () -> {
              throw absent("HTTP service");
            });
    System.exit(CommandLines.of(Console.ofProcess(), wiring).execute(args));
  }

  private static CommandFailure absent(String part) {
    return new CommandFailure(ExitCode.FAILURE, "this build holds no " + part + ".");
  }
}
