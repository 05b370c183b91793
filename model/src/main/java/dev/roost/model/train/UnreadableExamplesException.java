package dev.roost.model.train;

import java.io.IOException;
import java.io.Serial;

/// Bytes that are not examples that this program can use; the message says why.
public final class UnreadableExamplesException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  UnreadableExamplesException(String message, Throwable cause) {
    super(message, cause);
  }
}
