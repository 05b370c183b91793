package dev.roost.api.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import akka.actor.ActorRef;
import akka.actor.Kill;
import akka.actor.typed.javadsl.Adapter;
import com.typesafe.config.ConfigFactory;
import dev.roost.api.cli.Service.ServeSettings;
import dev.roost.api.http.HttpSettings;
import dev.roost.api.http.UnsafeConfigurationException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalServiceTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void refusesToBeReachableFromElsewhereBeforeAnythingIsStarted(String host) {
    var data = folder.resolve("data");

    assertThatExceptionOfType(UnsafeConfigurationException.class)
        .isThrownBy(() -> new LocalService().start(new ServeSettings(host, 0, data)))
        .withMessageContaining(host);
    assertThat(data).doesNotExist();
  }

  @Test
  void listensWhereTheConfigurationSaysUnlessAskedOtherwise() {
    var config =
        ConfigFactory.parseString("roost.http { host = localhost, port = 9000 }")
            .withFallback(ConfigFactory.defaultReference());

    assertThat(LocalService.http(config, new ServeSettings(null, null, folder)))
        .returns("localhost", HttpSettings::host)
        .returns(9000, HttpSettings::port);
    assertThat(LocalService.http(config, new ServeSettings("127.0.0.1", 0, folder)))
        .returns("127.0.0.1", HttpSettings::host)
        .returns(0, HttpSettings::port);
  }

  @Test
  @Timeout(120)
  void tellsThatItCouldNotGoOn() throws Exception {
    var serving = (Serving) new LocalService().start(new ServeSettings("127.0.0.1", 0, folder));

    Adapter.toClassic(serving.node().system())
        .actorSelection("/user")
        .tell(Kill.getInstance(), ActorRef.noSender());

    assertThat(serving.awaitEnd()).isFalse();
  }
}
