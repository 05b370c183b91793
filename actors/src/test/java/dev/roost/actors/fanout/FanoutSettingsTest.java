package dev.roost.actors.fanout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FanoutSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batch-posts = 0",
        "batch-window = 0 ms",
        "frame-bytes = 1023",
        "frame-bytes = 204801",
        "window-frames = 0",
        "withdraw-deadline = 0 s",
        "withdrawn-kept = 0",
        "trending-rows = 0",
        "outstanding-frames = 0",
        "slice-deliveries = 0",
        "inbox-rows = 0",
        "inbox-rows = 768",
        "inbox-rows = 131072",
        "read-limit = 0",
        "read-limit = 513",
        "strategy = sometimes",
        "threshold-followers = -1",
        "push-cap = -1",
        "push-nanos = 0",
        "push-nanos = NaN",
        "push-nanos = Infinity",
        "look-nanos = 0",
        "look-nanos = NaN",
        "look-nanos = Infinity",
        "fetch-nanos = 0",
        "fetch-nanos = NaN",
        "fetch-nanos = Infinity",
        "turn-nanos = 0",
        "turn-nanos = NaN",
        "turn-nanos = Infinity",
        "rate-window = 0 ms",
        "idle-limit = 0 s",
        "assumed-reads-per-day = -1",
        "assumed-reads-per-day = NaN",
        "assumed-reads-per-day = Infinity",
      })
  void refusesWhatIsOutOfRangeByName(String setting) {
    String key = setting.substring(0, setting.indexOf(' '));

    assertThatThrownBy(() -> Tree.settings(setting))
        .isInstanceOf(ConfigException.BadValue.class)
        .hasMessageContaining("'roost.fanout'")
        .hasMessageContaining(key);
  }
}
