package dev.roost.simulator.scenario;

/// A scenario that cannot be used; the message says where it stands, what is wrong and what to do.
public final class ScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ScenarioException(String message) {
    super(message);
  }

  public ScenarioException(String message, Throwable cause) {
    super(message, cause);
  }
}
