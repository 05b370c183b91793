package dev.roost.api.cli;

/// How a command ends, as the shell sees it. The numbers are a public contract.
public enum ExitCode {
  OK(0, "it worked"),
  FAILURE(1, "it failed"),
  USAGE(2, "the command line is wrong"),
  INVALID_DATA(3, "the data given is invalid"),
  UNREACHABLE(4, "a service cannot be reached"),
  CHECK_FAILED(5, "a declared check failed"),
  UNSAFE(6, "the configuration is unsafe"),
  INTERRUPTED(130, "interrupted");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /// Returns the number that the shell gets.
  public int number() {
    return number;
  }

  /// Returns what the number tells, in a few words.
  public String meaning() {
    return meaning;
  }
}
