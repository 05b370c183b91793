package dev.roost.simulator.image;

/// An image cannot be written or read; the message says why, and what to do.
public final class ImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Returns a failure without another cause.
  public ImageException(String message) {
    super(message);
  }

  /// Returns a failure with its cause.
  public ImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
