package dev.roost.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Documents `./roost test`, which the launcher runs itself: it needs Maven, not this program.
@Command(
    name = "test",
    description = {
      "Runs all checks: format, static analysis, unit, browser and process tests. CI runs this, and",
      "'./roost simulate' before it.",
      "",
      "Needs Maven and, for the tests of reports, Chromium. Ends with the line",
      "'N passed, N failed, N skipped'; with --json that is the document, and all else goes to",
      "standard error."
    })
final class TestCommand implements Runnable {

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public void run() {
    throw new CommandFailure(
        ExitCode.USAGE, "the tests are started by the launcher: run './roost test'.");
  }
}
