package dev.roost.api.cli;

import java.io.Serial;

/// Ends a command with one clear sentence for the person and an exit code for the shell.
public final class CommandFailure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final ExitCode code;

  /// Ends with `code`; the message says what is wrong, where, and what to do.
  public CommandFailure(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  /// Ends with `code` because of `cause`, whose trace is shown with `--verbose`.
  public CommandFailure(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// Returns how the command ends.
  public ExitCode code() {
    return code;
  }
}
