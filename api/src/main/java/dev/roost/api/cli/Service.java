package dev.roost.api.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The HTTP service as the command line sees it.
@FunctionalInterface
public interface Service {

  /// Starts answering; returns once requests are accepted.
  ///
  /// @throws java.io.IOException if the port is taken or the folder cannot be used
  Running start(ServeSettings settings) throws Exception;

  /// What was asked for.
  ///
  /// @param host address to listen on; null for that of the configuration
  /// @param port port to listen on, 0 for any that is free; null for that of the configuration
  /// @param data folder of the journal; created if missing
  record ServeSettings(@Nullable String host, @Nullable Integer port, Path data) {}

  /// A service that accepts requests.
  interface Running {

    /// Returns the address of the service, such as `http://127.0.0.1:8080`.
    String address();

    /// Waits until the service has ended.
    ///
    /// @return whether a signal ended it; if not, it could not go on
    boolean awaitEnd() throws InterruptedException;
  }
}
