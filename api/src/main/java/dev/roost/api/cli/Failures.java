package dev.roost.api.cli;

import com.typesafe.config.ConfigException;
import dev.roost.api.bench.BenchException;
import dev.roost.api.http.UnsafeConfigurationException;
import dev.roost.simulator.data.InvalidDataException;
import dev.roost.simulator.image.ImageException;
import dev.roost.simulator.scenario.ScenarioException;
import java.net.BindException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells which exceptions of the parts are a person's business, and what the shell is told.
final class Failures {

  private Failures() {}

  /// Returns how a command ends because of `cause`; empty if it should never have happened.
  static Optional<CommandFailure> explain(Throwable cause) {
    return chain(cause).flatMap(each -> known(each).stream()).findFirst();
  }

  private static Optional<CommandFailure> known(Throwable cause) {
    return switch (cause) {
      case CommandFailure failure -> Optional.of(failure);
      case InvalidDataException _, ImageException _ -> told(ExitCode.INVALID_DATA, cause);
      case ScenarioException _, ConfigException _ -> told(ExitCode.USAGE, cause);
      case UnsafeConfigurationException _ -> told(ExitCode.UNSAFE, cause);
      case BenchException.WrongWork _ -> told(ExitCode.CHECK_FAILED, cause);
      case BenchException.TooLarge _, BenchException.Unusable _ -> told(ExitCode.FAILURE, cause);
      case BindException _ ->
          Optional.of(
              new CommandFailure(
                  ExitCode.FAILURE, "the port is taken; choose another with --port.", cause));
      case ConnectException _ -> told(ExitCode.UNREACHABLE, cause);
      default -> Optional.empty();
    };
  }

  private static Optional<CommandFailure> told(ExitCode code, Throwable cause) {
    return Optional.of(new CommandFailure(code, String.valueOf(cause.getMessage()), cause));
  }

  private static Stream<Throwable> chain(Throwable cause) {
    return Stream.iterate(cause, each -> each != null, Throwable::getCause).limit(20);
  }
}
