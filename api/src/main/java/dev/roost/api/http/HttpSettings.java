package dev.roost.api.http;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/// Settings of the HTTP interface, read from `roost.http`; `reference.conf` says what each key
/// means.
public record HttpSettings(
    String host,
    int port,
    boolean allowPublic,
    Duration requestTimeout,
    Duration idleTimeout,
    Duration bodyTimeout,
    Duration drainTimeout,
    int maxConnections,
    int maxBodyBytes,
    int maxBatch,
    int defaultLimit,
    int maxLimit,
    Duration cursorLifetime,
    int maxCursors,
    int maxSessionItems) {

  public HttpSettings {
    check(!host.isBlank(), "host must not be blank");
    check(port >= 0 && port <= 65_535, "port must be 0 to 65535: " + port);
    check(requestTimeout.isPositive(), "request-timeout must be positive: " + requestTimeout);
    check(
        idleTimeout.compareTo(requestTimeout) > 0,
        "idle-timeout must be longer than request-timeout: " + idleTimeout);
    check(bodyTimeout.isPositive(), "body-timeout must be positive: " + bodyTimeout);
    check(drainTimeout.isPositive(), "drain-timeout must be positive: " + drainTimeout);
    check(maxConnections >= 1, "max-connections must be at least 1: " + maxConnections);
    check(maxBodyBytes >= 1024, "max-body-bytes must be at least 1024: " + maxBodyBytes);
    check(maxBatch >= 1, "max-batch must be at least 1: " + maxBatch);
    check(maxLimit >= 1, "max-limit must be at least 1: " + maxLimit);
    check(
        defaultLimit >= 1 && defaultLimit <= maxLimit,
        "default-limit must be 1 to max-limit: " + defaultLimit);
    check(cursorLifetime.isPositive(), "cursor-lifetime must be positive: " + cursorLifetime);
    check(maxCursors >= 1, "max-cursors must be at least 1: " + maxCursors);
    check(
        maxSessionItems >= maxLimit,
        "max-session-items must be at least max-limit: " + maxSessionItems);
  }

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.http` section
  /// @throws ConfigException if a key is missing, mistyped or out of range; the message says where
  ///     the section was read from
  public static HttpSettings from(Config config) {
    try {
      return new HttpSettings(
          config.getString("host"),
          config.getInt("port"),
          config.getBoolean("allow-public"),
          config.getDuration("request-timeout"),
          config.getDuration("idle-timeout"),
          config.getDuration("body-timeout"),
          config.getDuration("drain-timeout"),
          config.getInt("max-connections"),
          config.getInt("max-body-bytes"),
          config.getInt("max-batch"),
          config.getInt("default-limit"),
          config.getInt("max-limit"),
          config.getDuration("cursor-lifetime"),
          config.getInt("max-cursors"),
          config.getInt("max-session-items"));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.http", e.getMessage(), e);
    }
  }

  /// Returns these settings listening elsewhere.
  public HttpSettings at(String otherHost, int otherPort) {
    return new HttpSettings(
        otherHost,
        otherPort,
        allowPublic,
        requestTimeout,
        idleTimeout,
        bodyTimeout,
        drainTimeout,
        maxConnections,
        maxBodyBytes,
        maxBatch,
        defaultLimit,
        maxLimit,
        cursorLifetime,
        maxCursors,
        maxSessionItems);
  }

  /// Checks that only this machine can connect, unless the public is allowed explicitly.
  ///
  /// @throws UnsafeConfigurationException if not
  /// @throws ConfigException if the host is no known address
  public void requireSafe() {
    if (!allowPublic && !isLoopback()) {
      throw new UnsafeConfigurationException(
          "roost.http.host = "
              + host
              + " would let other machines in, and callers are not authenticated yet."
              + " Use 127.0.0.1, or set roost.http.allow-public = true if something in front"
              + " of the service checks who calls.");
    }
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new ConfigException.BadValue(
          "roost.http.host", host + " is no known address; 127.0.0.1 is this machine", e);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
