package dev.roost.api;

import dev.roost.api.cli.CommandLines;
import dev.roost.api.cli.Console;
import dev.roost.api.cli.Wiring;
import dev.roost.api.port.ActorPortFactory;
import dev.roost.api.serve.LocalService;

/// Where the program begins: plugs the parts into the command line and runs it.
public final class Main {

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    var wiring = new Wiring(ActorPortFactory::new, LocalService::new);
    System.exit(CommandLines.of(Console.ofProcess(), wiring).execute(args));
  }
}
