package dev.roost.simulator.data;

import static java.util.Objects.requireNonNull;

/// Thrown when a row cannot be used; it never leaves the reader of the file.
final class BadRowException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String problem;

  BadRowException(String problem) {
    super(problem, null, false, false); // caught at once: a stack trace would be waste
    this.problem = requireNonNull(problem);
  }

  @Override
  public String getMessage() {
    return problem;
  }
}
