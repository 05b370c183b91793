package dev.roost.api.http;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpSettingsTest {

  private static HttpSettings with(String keys) {
    return HttpSettings.from(
        ConfigFactory.parseString(keys)
            .withFallback(ConfigFactory.defaultReference().getConfig("roost.http")));
  }

  @Test
  void keysAreExactlyTheComponents() {
    var components =
        Arrays.stream(HttpSettings.class.getRecordComponents())
            .map(c -> c.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .collect(toSet());

    assertThat(ConfigFactory.defaultReference().getConfig("roost.http").root().keySet())
        .isEqualTo(components);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port = 65536",
        "port = -1",
        "host = \"\"",
        "request-timeout = 0s",
        "idle-timeout = 8s",
        "body-timeout = 0s",
        "drain-timeout = -1s",
        "max-connections = 0",
        "max-body-bytes = 10",
        "max-batch = 0",
        "default-limit = 101",
        "max-limit = 0",
        "cursor-lifetime = 0s",
        "max-cursors = 0",
        "max-session-items = 99"
      })
  void refusesWhatIsOutOfRange(String key) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> with(key))
        .withMessageContaining(key.substring(0, key.indexOf(' ')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "localhost"})
  void thisMachineIsSafe(String host) {
    assertThatCode(() -> with("host = \"" + host + "\"").requireSafe()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void anotherAddressMustBeAllowed(String host) {
    var settings = with("host = \"" + host + "\"");

    assertThatExceptionOfType(UnsafeConfigurationException.class)
        .isThrownBy(settings::requireSafe)
        .withMessageContaining("allow-public");
    assertThatCode(() -> with("allow-public = true, host = \"" + host + "\"").requireSafe())
        .doesNotThrowAnyException();
  }

  @Test
  void aHostThatIsNotKnownIsToldWithItsKey() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> with("host = \"nowhere.invalid\"").requireSafe())
        .withMessageContaining("roost.http.host")
        .withMessageContaining("nowhere.invalid");
  }
}
