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

    /// Tells what does not fit.
    ///
    /// @param what for which the heap is too small
    /// @param needed bytes, about
    /// @param heap bytes that this JVM may use
    public TooLarge(String what, long needed, long heap) {
      super(
          "%s needs a heap of about %,d MiB, and this JVM may use %,d: set ROOST_JVM_OPTS=-Xmx%dm, or ask for less."
              .formatted(what, needed >> 20, heap >> 20, (needed >> 20) * 5 / 4));
    }
  }

  /// Something that a bench needs cannot be used: what, why, and what to do.
  public static final class Unusable extends BenchException {

    @Serial private static final long serialVersionUID = 1;

    public Unusable(String message, Throwable cause) {
      super(message);
      initCause(cause);
    }
  }
}
