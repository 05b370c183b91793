package dev.roost.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
  void startsOnLoopbackAndTellsWhere() {
    var typed = serve("--port", "9000", "--data", "some/folder");

    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("http://there:9000", "some/folder");
    assertThat(started)
        .containsExactly(new ServeSettings("127.0.0.1", 9000, Path.of("some/folder")));
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
        return "http://there:" + settings.port();
      }

      @Override
      public boolean awaitEnd() {
        return endsBySignal;
      }
    };
  }
}
