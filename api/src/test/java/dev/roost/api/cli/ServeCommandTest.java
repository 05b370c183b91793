package dev.roost.api.cli;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import dev.roost.api.cli.Service.Running;
import dev.roost.api.cli.Service.ServeSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServeCommandTest {

  private final List<ServeSettings> started = new ArrayList<>();
  private boolean endsBySignal = true;

  @Test
  void startsWhereItIsAskedToAndTellsWhere() {
    var typed = serve("--host", "127.0.0.1", "--port", "9000", "--data", "some/folder");

    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("http://there:9000", "some/folder");
    assertThat(started)
        .containsExactly(new ServeSettings("127.0.0.1", 9000, Path.of("some/folder")));
  }

  @Test
  void leavesAddressAndPortToTheConfigurationUnlessAsked() {
    assertThat(serve().code()).isZero();
    assertThat(started).containsExactly(new ServeSettings(null, null, Path.of("data")));
  }

  @Test
  void itsHelpTellsTheDefaultsOfTheConfiguration() {
    var http = ConfigFactory.defaultReference().getConfig("roost.http");

    assertThat(serve("--help").out())
        .contains("roost.http.host, that is " + http.getString("host"))
        .contains("roost.http.port, that is " + http.getInt("port"));
  }

  @Test
  void tellsAProgramInOneLineOfJson() {
    assertThat(serve("--json").out().strip())
        .isEqualTo("{\"address\":\"http://there:8080\",\"data\":\"data\"}");
  }

  @Test
  void refusesAHostThatNobodyKnows() {
    var typed = serve("--host", "[::bad");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("[::bad");
    assertThat(started).isEmpty();
  }

  @Test
  void refusesAPortThatDoesNotExist() {
    assertThat(serve("--port", "70000").code()).isEqualTo(2);
    assertThat(serve("--port", "eighty").code()).isEqualTo(2);
    assertThat(started).isEmpty();
  }

  @Test
  void aConfigurationThatCannotBeIsToldWithItsKey() {
    var cause = new ConfigException.BadValue("roost.http.host", "nowhere is no known address");

    assertThat(Failures.explain(new IllegalStateException("cannot start", cause)))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.code()).isEqualTo(ExitCode.USAGE);
              assertThat(failure.getMessage()).contains("roost.http.host", "nowhere");
            });
  }

  @Test
  void aServiceThatCannotGoOnIsAFailure() {
    endsBySignal = false;
    var typed = serve();

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).startsWith("roost: the service could not go on");
  }

  private Typed serve(String... arguments) {
    var all = new ArrayList<>(List.of("serve"));
    all.addAll(List.of(arguments));
    var wiring = new Wiring(Typed.nothingPluggedIn().recommenders(), () -> this::start);
    return Typed.run(wiring, all.toArray(String[]::new));
  }

  private Running start(ServeSettings settings) {
    started.add(settings);
    return new Running() {
      @Override
      public String address() {
        return "http://there:" + requireNonNullElse(settings.port(), 8080);
      }

      @Override
      public boolean awaitEnd() {
        return endsBySignal;
      }
    };
  }
}
