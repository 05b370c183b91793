package dev.roost.actors;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import dev.roost.actors.item.ItemSettings;
import dev.roost.actors.journal.JournalSettings;
import dev.roost.actors.user.UserSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsTest {

  private record Section(String path, Class<? extends Record> type, Function<Config, Record> read) {
    Config reference() {
      return NodeConfig.load().getConfig(path);
    }
  }

  static Stream<Section> sections() {
    return Stream.of(
        new Section("roost.user", UserSettings.class, UserSettings::from),
        new Section("roost.item", ItemSettings.class, ItemSettings::from),
        new Section("roost.journal", JournalSettings.class, JournalSettings::from));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void keysAreExactlyTheComponents(Section section) {
    var components =
        Arrays.stream(section.type().getRecordComponents())
            .map(c -> c.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .collect(toSet());

    assertThat(section.reference().root().keySet()).isEqualTo(components);
    assertThat(section.read().apply(section.reference())).isInstanceOf(section.type());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void zeroOfAnythingIsRefusedByName(Section section) {
    for (var key : section.reference().root().keySet()) {
      Object nothing = section.reference().getValue(key).unwrapped() instanceof Integer ? 0 : "0ms";
      if (section.type() == JournalSettings.class && !key.startsWith("tail")) {
        nothing = " ";
      }
      var broken = section.reference().withValue(key, ConfigValueFactory.fromAnyRef(nothing));

      assertThatThrownBy(() -> section.read().apply(broken))
          .isInstanceOf(ConfigException.BadValue.class)
          .hasMessageContaining(section.path())
          .hasMessageContaining(key);
    }
  }

  @Test
  void aNodeIsSetUpAsDecided() {
    var akka = NodeConfig.load().getConfig("akka");

    assertThat(akka.getInt("cluster.sharding.number-of-shards")).isEqualTo(256);
    assertThat(akka.getString("cluster.sharding.state-store-mode")).isEqualTo("ddata");
    assertThat(akka.getBoolean("cluster.sharding.remember-entities")).isFalse();
    assertThat(akka.getString("actor.provider")).isEqualTo("cluster");
    assertThat(akka.getBoolean("actor.allow-java-serialization")).isFalse();
    var leveldb = akka.getConfig("persistence.journal.leveldb");
    assertThat(leveldb.getBoolean("native")).isTrue();
    assertThat(leveldb.getBoolean("fsync")).isTrue();
    assertThat(leveldb.getBoolean("checksum")).isTrue();
    assertThat(leveldb.getString("replay-filter.mode")).isEqualTo("fail");
  }

  @Test
  void theApplicationComesBeforeRoostAndRoostBeforeAkka() {
    var config =
        NodeConfig.over(
            ConfigFactory.parseString(
                """
                akka.actor.provider = local
                roost.journal.dir = "elsewhere"
                """));

    assertThat(config.getString("akka.actor.provider")).isEqualTo("local");
    assertThat(config.getString("akka.persistence.journal.leveldb.dir")).isEqualTo("elsewhere");
    assertThat(config.getStringList("akka.serialization.jackson.jackson-modules"))
        .contains(WireModule.class.getName(), "akka.serialization.jackson.AkkaTypedJacksonModule");
  }

  @Test
  void itemsStoreTheirTotalsBeforeTheyArePassivated() {
    var config = NodeConfig.load();

    assertThat(ItemSettings.from(config.getConfig("roost.item")).checkpointIdle().multipliedBy(2))
        .isLessThan(
            config.getDuration(
                "akka.cluster.sharding.passivation.default-idle-strategy.idle-entity.timeout"));
  }
}
