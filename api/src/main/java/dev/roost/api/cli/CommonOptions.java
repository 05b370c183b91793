package dev.roost.api.cli;

import picocli.CommandLine.Option;

/// What every command understands.
final class CommonOptions {

  @Option(
      names = "--json",
      description = "Print one JSON document on standard output, and no progress.")
  boolean json;

  @Option(names = "--verbose", description = "Show the stack trace of a failure.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
