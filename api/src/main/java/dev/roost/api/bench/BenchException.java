package dev.roost.api.bench;

import java.io.Serial;

/// Why a bench has no result.
public abstract sealed class BenchException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private BenchException(String message) {
    super(message);
  }

  /// A contestant did other work than the rest, so that its figures would mean nothing.
  public static final class WrongWork extends BenchException {

    @Serial private static final long serialVersionUID = 1;

    public WrongWork(String message) {
      super(message);
    }
  }

  /// What was asked for does not fit into the heap.
  public static final class TooLarge extends BenchException {

    @Serial private static final long serialVersionUID = 1;

    public TooLarge(String message) {
      super(message);
    }
  }
}
