package dev.roost.api.http;

import java.io.Serial;

/// Refuses to start with settings that would expose the service; a process ends with exit code 6.
public final class UnsafeConfigurationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  UnsafeConfigurationException(String message) {
    super(message);
  }
}
