package dev.roost.api.cli;

import picocli.CommandLine.Option;

/// How many threads a run may use.
final class ThreadOption {

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Threads to use; no result depends on it (default: one a processor).")
  int threads;

  /// Returns how many to use, at least 1.
  int count() {
    if (threads < 0) {
      throw new CommandFailure(ExitCode.USAGE, "--threads must not be negative: " + threads);
    }
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
