package dev.roost.api.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command without a subcommand: help, version, or a hint that something is missing.
@Command(
    name = "roost",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "A social feed recommender built of actors, and the synthetic world that tests it.",
    versionProvider = Version.class)
final class RootCommand implements Runnable {

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of Roost and of Java.")
  boolean version;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Which command? './roost simulate' is the main one.");
    }
  }
}
