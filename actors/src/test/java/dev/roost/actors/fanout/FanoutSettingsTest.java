package dev.roost.actors.fanout;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FanoutSettingsTest {

  @Test
  void keysAreExactlyTheComponents() {
    var components =
        Arrays.stream(FanoutSettings.class.getRecordComponents())
            .map(c -> c.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .collect(toSet());

    assertThat(ConfigFactory.defaultReference().getConfig("roost.fanout").root().keySet())
        .isEqualTo(components);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batch-posts = 0",
        "batch-window = 0 ms",
        "frame-bytes = 201 KiB",
        "window-frames = 0",
        "withdraw-deadline = 0 s",
        "withdrawn-kept = 0",
        "trending-rows = 0",
        "outstanding-frames = 0",
        "slice-rows = 0",
        "inbox-rows = 500",
        "read-limit = 513",
        "strategy = threshold",
        "posts-per-read = -1",
        "assumed-reads-per-day = -1",
        "redecide-reads = 0",
      })
  void refusesWhatIsOutOfRangeByName(String setting) {
    String key = setting.substring(0, setting.indexOf(' '));

    assertThatThrownBy(() -> Tree.settings(setting))
        .isInstanceOf(ConfigException.BadValue.class)
        .hasMessageContaining("'roost.fanout'")
        .hasMessageContaining(key);
  }
}
